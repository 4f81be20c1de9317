### How many states have relations with the ego, and with its rival; without an ego, how many ties hold.
### MARKED(…) sets a number in larger type, where the text stands above the picture.

# $figures is `yes` above the picture, where nought is a figure too, and `no` in a sentence.
# $rival is whose relations are counted beside the ego's; none where the dataset names nobody.
counts-relations =
    { $states ->
        [0] { $figures ->
            [yes] { MARKED($states) }
           *[no] No
        } states have
        [one] { MARKED($states) } state has
       *[other] { MARKED($states) } states have
    } relations with { $ego }{ $rival ->
        [none] {""}
       *[other] , { $rival-states ->
            [0] { $figures ->
                [yes] { MARKED($rival-states) }
               *[no] none
            }
            [one] { MARKED($rival-states) }
           *[other] { MARKED($rival-states) }
        } with { $rival }
    }.
# $stances is a list of `counts-stance`; none where no tie holds.
counts-ties =
    { $ties ->
        [0] { $figures ->
            [yes] { MARKED($ties) }
           *[no] No
        } relations hold
        [one] { MARKED($ties) } relation holds
       *[other] { MARKED($ties) } relations hold
    }{ $stances ->
        [none] {""}
       *[other] : { $stances }
    }.
# How many ties of a stance hold: `ally 12`.
counts-stance = { $stance } { MARKED($ties) }
# How many ties of two others lie outside of the picture, round an ego.
counts-outside = { $ties ->
    [one] { $ties } relation of two others lies outside of the picture.
   *[other] { $ties } relations of two others lie outside of the picture.
}
# One more of a list, whatever is listed.
list-next = { $list }, { $next }
