"""What curators decide: verbs over decision rows, each with who and why. The admin and commands are shells around them."""
