### العربية. Translated by the project; not yet read by a native speaker.
### ISOLATED(…) keeps a name that is not translated, and so runs from left to right, apart from what stands beside it.
### أرقام غربية (0–9)، كما تكتبها معظم غرف الأخبار العربية على الإنترنت.

counts-relations =
    { $states ->
        [zero] { $figures ->
            [yes] { MARKED($states) } دولة لها
           *[no] لا دولة لها
        }
        [one] دولة واحدة لها
        [two] دولتان لهما
        [few] { MARKED($states) } دول لها
        [many] { MARKED($states) } دولة لها
       *[other] { MARKED($states) } دولة لها
    } علاقات مع { ISOLATED($ego) }{ $rival ->
        [none] {""}
       *[other] ، { $rival-states ->
            [zero] { $figures ->
                [yes] و{ MARKED($rival-states) }
               *[no] ولا دولة
            }
            [one] وواحدة
            [two] واثنتان
            [few] و{ MARKED($rival-states) }
            [many] و{ MARKED($rival-states) }
           *[other] و{ MARKED($rival-states) }
        } مع { ISOLATED($rival) }
    }.
counts-ties =
    { $ties ->
        [zero] { $figures ->
            [yes] { MARKED($ties) } علاقات قائمة
           *[no] لا علاقات قائمة
        }
        [one] علاقة واحدة قائمة
        [two] علاقتان قائمتان
        [few] { MARKED($ties) } علاقات قائمة
        [many] { MARKED($ties) } علاقة قائمة
       *[other] { MARKED($ties) } علاقة قائمة
    }{ $stances ->
        [none] {""}
       *[other] : { $stances }
    }.
counts-stance = { ISOLATED($stance) } { MARKED($ties) }
counts-outside = { $ties ->
    [zero] لا علاقات بين طرفين آخرين خارج الصورة.
    [one] علاقة واحدة بين طرفين آخرين تقع خارج الصورة.
    [two] علاقتان بين أطراف أخرى تقعان خارج الصورة.
    [few] { $ties } علاقات بين أطراف أخرى تقع خارج الصورة.
    [many] { $ties } علاقة بين أطراف أخرى تقع خارج الصورة.
   *[other] { $ties } علاقة بين أطراف أخرى تقع خارج الصورة.
}
list-next = { $list }، { $next }
