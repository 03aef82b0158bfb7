"""What a Word file is: its parts, their XML, and the words in them."""
