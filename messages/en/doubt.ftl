### What is doubtful about a fact, in a few words.

doubt-low = uncertain
doubt-medium = less certain
doubt-medium-and-date = less certain, and so is the date
doubt-date = date uncertain
