### The picture as a table. $end is `date-phrase`: end of 1972.

table-caption = States and bodies at the { $end }: { NUMBER($all) }
table-caption-ties = Relations at the { $end }: { NUMBER($all) }
# $outside is `counts-outside`, without its full stop.
table-caption-outside = { $caption }; { $outside }
# A stance with its number on the ladder.
table-stance = { $stance } ({ $value })
table-actor = Actor
table-relation = Relation
table-stance-head = Stance
table-since = Since
table-why = Why
