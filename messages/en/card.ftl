### All that is known of whoever is in focus: headings of its card.
### $end is `date-phrase`: end of 1972.

card-as-of = At the { $end }:
card-others = In the same place at other times: { $names }
card-ties = How it stood to others at the { $end }
card-spells = How it stood over the years ({ NUMBER($all) })
card-events = What happened
card-events-between = What happened, { NUMBER($from) }–{ NUMBER($to) }
card-acts = Diplomatic acts
# A button.
card-centre = Put it in the centre
