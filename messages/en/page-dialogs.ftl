### What the dialogs for sharing and citing say.

close = Close
# A button, and what it is called where there are several. $what is the heading of a field.
copy = Copy
copy-what = Copy { $what }
copied-what = { $what } copied.
# Where a page may not copy by itself.
selected-what = { $what } is selected; copy it with your keys.
# The plain text of a citation.
citation-text = Text
# Heads of the dialog for sharing.
link-to-view = Link to this view
picture-of-view = Picture of this view
embed = Embed
lines-to-copy = Lines to copy
# Choices before their lists.
choose-form = Form
choose-part = Shows
choose-theme = Colours
choose-width = Width
# In the lists.
form-element = As part of the page (script)
form-frame = As a frame (no script of ours)
form-picture = As a picture (newsletters, feeds)
part-network = the network
part-all = everything
part-timeline = the timeline
part-multiples = years side by side
theme-auto = as the reader’s system
theme-light = light
theme-dark = dark
width-text = as wide as the text
preview-picture = How the picture will look
preview-frame = How it will look
