// The frame of a part: its input, its parameters by name, and its result.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"unicode/utf8"
)

// Why a part can't do what it was asked; message says what happened and what to do.
type failure struct {
	code    string
	message string
}

func (f *failure) Error() string {
	return f.message
}

// The members of the input, each as the JSON it was written as.
type parameters map[string]json.RawMessage

// The value of a parameter; nil where it is absent or null.
func (p parameters) optional(name string) json.RawMessage {
	value := p[name]
	if string(value) == "null" {
		return nil
	}
	return value
}

// The same; MISSING_FIELD where there is none. what says what to give.
func (p parameters) required(name, what string) (json.RawMessage, error) {
	value := p.optional(name)
	if value == nil {
		return nil, &failure{"MISSING_FIELD", "The input has no `" + name + "`. Give " + what + "."}
	}
	return value, nil
}

// A text; a number or boolean counts as the text it is written as. Else INVALID_TYPE.
func (p parameters) requiredText(name, what string) (string, error) {
	value, err := p.required(name, what)
	if err != nil {
		return "", err
	}
	return text(value, name)
}

func (p parameters) optionalText(name, otherwise string) (string, error) {
	value := p.optional(name)
	if value == nil {
		return otherwise, nil
	}
	return text(value, name)
}

func text(value json.RawMessage, name string) (string, error) {
	switch value[0] {
	case '"':
		var characters string
		err := json.Unmarshal(value, &characters)
		return characters, err
	case '[':
		return "", &failure{"INVALID_TYPE", "`" + name + "` must be a text, but it is a list."}
	case '{':
		return "", &failure{"INVALID_TYPE", "`" + name + "` must be a text, but it is an object."}
	}
	return string(value), nil
}

// Reads the input, does the work and writes the result; work gives data.
func run(work func(parameters) (any, error)) {
	var data any
	input, err := readInput()
	if err == nil {
		data, err = work(input)
	}
	if err := write(result(data, err)); err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
}

func result(data any, err error) any {
	if err == nil {
		return struct {
			Success bool `json:"success"`
			Data    any  `json:"data"`
		}{true, data}
	}
	code := "FAILED"
	var known *failure
	if errors.As(err, &known) {
		code = known.code
	}
	return struct {
		Success bool   `json:"success"`
		Error   string `json:"error"`
		Code    string `json:"error_code"`
	}{false, err.Error(), code}
}

func write(result any) error {
	var written bytes.Buffer
	encoder := json.NewEncoder(&written)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(result); err != nil {
		return err
	}
	_, err := os.Stdout.Write(written.Bytes())
	return err
}

func readInput() (parameters, error) {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return nil, &failure{"INVALID_JSON", "The input can't be read: " + err.Error() + "."}
	}
	if !utf8.Valid(input) {
		return nil, &failure{"INVALID_JSON", "The input is not JSON: it is not UTF-8."}
	}
	if tooDeep(input) {
		return nil, &failure{"INVALID_JSON", "The input is not JSON: it is nested too deeply."}
	}
	var whole json.RawMessage
	if err := json.Unmarshal(input, &whole); err != nil {
		return nil, &failure{"INVALID_JSON", "The input is not JSON: " + err.Error() + "."}
	}
	if bytes.TrimLeft(input, " \t\r\n")[0] != '{' {
		return nil, &failure{"INVALID_INPUT", "The input must be a JSON object, such as {\"name\": \"value\"}."}
	}
	var members parameters
	err = json.Unmarshal(input, &members)
	return members, err
}

// Whether it is nested deeper than 200: the stack of a part is small.
func tooDeep(input []byte) bool {
	depth, inText := 0, false
	for i := 0; i < len(input); i++ {
		switch c := input[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case inText:
		case c == '{' || c == '[':
			if depth++; depth > 200 {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}
