"""How much each trait of a segment weighs, in log-odds for text; fitted by `bench/page_weights.py`."""


def _table(text: str) -> dict[str, float]:
    words = text.split()
    return {name: float(weight) for name, weight in zip(words[::2], words[1::2], strict=True)}


# the first look: what a segment is by itself
FIRST_BASE = -0.936
FIRST = _table("""
above-title -0.75 again -0.32 all-bold -0.17 all-link 0.58 at -0.95 below-title 0.39 beside-best 0.04 beside:1
0.41 beside:2 0.13 beside:3 0.10 beside:4 -0.36 best 0.50 box-linked 0.04 box-prose -0.03 box-single -0.07
box:<article> 0.03 box:<aside> -0.22 box:<blockquote> -0.04 box:<figcaption> -0.14 box:<figure> -0.05 box:<footer>
-0.03 box:<form> -0.09 box:<header> -0.23 box:<li> 0.70 box:<main> 0.07 box:<nav> -0.04 box:<section> -0.90 box:ad
-0.14 box:article 0.39 box:author -0.56 box:body -0.15 box:box -0.79 box:caption -0.85 box:comment -0.34
box:content 0.19 box:foot -0.58 box:gallery 0.56 box:head 0.15 box:hidden 0.10 box:lead 0.09 box:letter -0.37
box:meta -0.26 box:nav -0.19 box:pay -0.11 box:prop 0.36 box:quote -0.07 box:related 0.04 box:share -0.25 box:side
0.06 box:title -0.06 box:unseen 0.10 button:long -0.23 button:short -1.31 by:short -0.37 child-linked 0.41
child-share 1.12 contact:long -0.87 contact:short -1.25 credit:long 0.18 credit:short -0.67 date:long -0.09
date:short -0.53 ends 0.18 first-of-many 0.15 image -0.26 in-best -0.66 in-best:0 0.50 in-best:1 0.36 in-best:2
-0.06 in-best:3 -0.83 in-best:4 -0.63 in:<aside> -0.27 in:<blockquote> 0.17 in:<figcaption> -0.19 in:<figure>
-0.16 in:<footer> -0.74 in:<form> 0.18 in:<header> 0.33 in:<main> 0.14 in:<nav> -0.12 in:<section> 0.08 in:<table>
0.40 in:ad -0.04 in:article 0.03 in:author -0.28 in:body 0.15 in:box 0.05 in:caption 0.14 in:comment -1.31
in:content 0.06 in:foot -0.13 in:gallery -0.40 in:head 0.09 in:hidden -0.27 in:lead 0.07 in:letter -0.57 in:nav
0.36 in:pay -0.05 in:prop:body 0.38 in:quote 0.29 in:related -0.55 in:share 0.08 in:tags -0.06 in:teaser -0.10
in:title -0.16 in:unseen -0.55 is-deck 1.66 is-title -0.16 l<120 -0.38 l<25 -0.57 l<250 0.34 l<60 -0.31 length
0.42 linked -1.83 long 0.57 many-links -0.43 named:short -0.30 near-share -2.00 open-long -0.27 open-short -0.26
own:<aside> 0.04 own:<blockquote> -0.20 own:<figcaption> -0.19 own:<header> -0.04 own:<li> 0.45 own:<nav> -0.09
own:<section> -0.03 own:<table> 0.10 own:article -0.56 own:author -0.44 own:body 0.78 own:box -0.04 own:caption
-0.75 own:comment -0.29 own:foot -0.79 own:gallery -0.18 own:head -0.03 own:hidden -0.14 own:lead 0.32 own:letter
-0.24 own:meta -0.63 own:nav 0.23 own:pay -0.69 own:prop 0.16 own:prop:body 0.10 own:quote -0.06 own:related -0.30
own:share -0.14 own:side -0.41 own:tags -0.06 own:teaser -0.33 own:title 0.10 own:unseen -0.26 rights:long -0.72
rights:short -0.41 second 1.76 second:long 0.82 second:short 0.94 stated:no -0.92 stated:short -0.16 tag:address
-0.10 tag:aside 0.04 tag:blockquote -0.20 tag:center -0.11 tag:dd 0.33 tag:div -0.03 tag:figcaption -0.19 tag:h1
-0.64 tag:h2 0.35 tag:h3 0.26 tag:h4 0.06 tag:h5 -0.26 tag:h6 -0.24 tag:header -0.04 tag:li 0.45 tag:nav -0.09
tag:p -0.05 tag:pre 0.31 tag:section -0.03 tag:table 0.10 tag:td -0.19 under-title 0.95 within-page -0.77
""")
# the second look: the same traits, and how the first judged the neighbours
SECOND_BASE = -0.781
SECOND = _table("""
above-title -1.00 again -0.34 all-bold -0.23 all-link 0.52 at -0.46 below-title 0.54 beside-best 0.04 beside:0
-0.26 beside:1 0.47 beside:2 0.20 beside:3 0.15 beside:4 -0.17 best 0.47 box-linked 0.05 box-prose -0.04
box-single -0.10 box:<article> 0.06 box:<aside> -0.20 box:<blockquote> -0.15 box:<figcaption> -0.14 box:<figure>
-0.17 box:<footer> -0.03 box:<form> -0.10 box:<header> -0.15 box:<li> 0.59 box:<main> 0.12 box:<nav> -0.06
box:<section> -0.86 box:ad -0.20 box:article 0.47 box:author -0.56 box:body -0.18 box:box -0.83 box:caption -0.90
box:comment -0.21 box:content 0.15 box:foot -0.59 box:gallery 0.62 box:head 0.19 box:hidden 0.18 box:lead 0.06
box:letter -0.36 box:meta -0.33 box:nav -0.28 box:pay -0.12 box:prop 0.32 box:prop:body 0.07 box:share -0.27
box:side 0.06 box:teaser 0.06 box:title -0.05 box:unseen 0.09 button:long -0.18 button:short -1.22 by:long -0.04
by:short -0.43 child-linked 0.31 child-share 1.07 contact:long -0.76 contact:short -1.13 credit:long 0.18
credit:short -0.79 date:long -0.11 date:short -0.57 ends 0.21 first-of-many 0.13 image -0.22 in-best -0.70
in-best:0 0.47 in-best:1 0.38 in-best:2 -0.04 in-best:3 -0.83 in-best:4 -0.68 in:<article> -0.05 in:<aside> -0.08
in:<blockquote> 0.09 in:<figcaption> -0.20 in:<figure> -0.29 in:<footer> -0.68 in:<form> 0.29 in:<header> 0.22
in:<li> -0.07 in:<main> 0.15 in:<nav> -0.21 in:<section> 0.08 in:<table> 0.40 in:ad -0.03 in:article -0.03
in:author -0.27 in:box 0.08 in:caption 0.10 in:comment -1.27 in:content 0.09 in:foot -0.07 in:gallery -0.27
in:hidden -0.22 in:lead 0.08 in:letter -0.58 in:meta 0.06 in:nav 0.35 in:pay -0.03 in:prop 0.07 in:prop:body 0.31
in:quote 0.32 in:related -0.55 in:share 0.03 in:teaser -0.09 in:title -0.13 in:unseen -0.62 is-deck 1.51 is-title
-0.09 l<120 -0.32 l<25 -0.54 l<250 0.32 l<60 -0.33 length 0.38 linked -1.68 long 0.56 many-links -0.39 named:short
-0.26 near-share -1.78 open-long -0.22 open-short -0.29 own:<aside> 0.04 own:<blockquote> -0.21 own:<figcaption>
-0.31 own:<header> -0.03 own:<li> 0.32 own:<nav> -0.10 own:<section> -0.03 own:<table> 0.09 own:article -0.55
own:author -0.50 own:body 0.67 own:box 0.04 own:caption -0.83 own:comment -0.26 own:foot -0.77 own:gallery -0.17
own:head -0.12 own:hidden -0.09 own:lead 0.39 own:letter -0.19 own:meta -0.70 own:nav 0.24 own:pay -0.57 own:prop
0.26 own:prop:body 0.15 own:quote -0.08 own:related -0.31 own:share -0.14 own:side -0.33 own:tags -0.10 own:teaser
-0.37 own:title 0.11 own:unseen -0.29 rights:long -0.74 rights:short -0.39 second 1.56 second:long 0.65
second:short 0.90 stated:no -0.89 stated:short -0.22 stated:yes -0.03 tag:address -0.07 tag:aside 0.04
tag:blockquote -0.21 tag:center -0.13 tag:dd 0.29 tag:dt -0.06 tag:figcaption -0.31 tag:h1 -0.65 tag:h2 0.33
tag:h3 0.31 tag:h4 0.32 tag:h5 -0.18 tag:h6 -0.16 tag:header -0.03 tag:li 0.32 tag:nav -0.10 tag:pre 0.31
tag:section -0.03 tag:table 0.09 tag:td -0.29 under-title 0.51 untitled 0.15 within-page -0.63
""")
AROUND = _table("""
after 0.15 after2 0.37 ahead 0.21 amid 0.10 before 0.34 before2 -0.35 behind -0.62 box -0.08 far-ahead 0.12
far-behind -0.57 head:after 0.57 head:before 0.10 head:same-box -0.22 li:box -0.68 li:upper 0.71 own 0.13 upper
-0.30
""")
