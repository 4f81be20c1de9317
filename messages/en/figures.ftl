### What was measured: trade, aid, agreement in votes.

# What stands between thousands and before decimals.
group-mark = ,
decimal-mark = .
percent = { NUMBER($number) } %
measure-share = Share
measure-remark = Remark
# $unit is what the figures count; none where they are shares.
measure-note = { $unit ->
    [none] Per cent
   *[other] { $unit }
}. { $step ->
    [year] A year without a figure is a gap.
    [month] A month without a figure is a gap.
   *[day] A day without a figure is a gap.
}{ $paler ->
    [yes] {" "}Paler bars are less certain.
   *[no] {""}
}
# The plot for those who cannot see it. $figures is one or two of `measure-figure`.
measure-label = { $title }{ $unit ->
    [none] {""}
   *[other] , { $unit }
}{ $figures ->
    [none] {""}
   *[other] : { $figures }
}. The values are in the table below.
# $when is `date-phrase`: in 1972.
measure-figure = { $value } { $when }
step-name = { $step ->
    [year] Year
    [month] Month
   *[day] Day
}
