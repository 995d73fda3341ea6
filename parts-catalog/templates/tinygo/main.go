// Greets someone by name.
package main

func main() {
	run(greet)
}

type greeting struct {
	Text string `json:"text"`
}

func greet(input parameters) (any, error) {
	name, err := input.requiredText("name", "whom to greet")
	if err != nil {
		return nil, err
	}
	words, err := input.optionalText("greeting", "Hello")
	if err != nil {
		return nil, err
	}
	return greeting{Text: words + ", " + name + "!"}, nil
}
