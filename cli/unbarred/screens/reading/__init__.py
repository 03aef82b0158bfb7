"""How each kind of field reads what was typed. One module a kind; `submission` is the door."""
