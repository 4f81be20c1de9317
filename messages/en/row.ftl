### Rows of lists, and how one is said.

# How many more a row concerns than it names.
row-more = and { NUMBER($more) } more
# Two who stand to one another, as a name.
pair = { $one } – { $other }
# A document, named by its publisher and its article.
source-article = { $publisher }: { $article }
# A row in one sentence without its full stop. $focus is `yes` for who is in focus; $how is a stance; $when a date or a
# span; $since is `yes` where that begins with “since”.
row-said = { $title }{ $focus ->
    [yes] {" "}in focus
   *[no] {""}
}{ $how ->
    [none] {""}
   *[other] : { $how }
}{ $when ->
    [none] {""}
   *[other] { $since ->
        [yes] {" "}{ $when }
       *[no] , { $when }
    }
}
