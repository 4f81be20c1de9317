### What a page is called.

# $span is the dataset's span in words: 1945–2025.
title-and-span = { $title }, { $span }
