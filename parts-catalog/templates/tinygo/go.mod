module part

go 1.19
