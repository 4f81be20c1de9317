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
# The help: its title, and lists of keys and of gestures, each with what it does.
help-title = Keys and gestures
help-keys = Keys, while the view has the keyboard
help-space = Space bar: play and pause
help-slider = On the slider, arrow keys: one step; Page Up and Page Down: ten steps; Home and End: the first and the last
help-arrows = On the network, arrow keys: from mark to mark; Enter: put an actor into focus
help-timeline = On the timeline, arrow keys: from event to event; Enter: go to its date
help-escape = Escape: back
help-search = /: search
help-help = ?: this help
help-touch = Fingers on the network
help-tap = Tap: put an actor into focus
help-long = Long press: the same as a tap
help-drag = Drag to the side: move in time
help-swipe = Swipe up or down: scroll the page
help-pinch = Two fingers: zoom and move the picture
help-double = Double tap: a nearer look, or the whole picture again
