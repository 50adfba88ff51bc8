"""How much each trait of a segment weighs, in log-odds for text; fitted by logistic regression over pages with gold."""


def _table(text: str) -> dict[str, float]:
    words = text.split()
    return {name: float(weight) for name, weight in zip(words[::2], words[1::2], strict=True)}


# the first look: what a segment is by itself
FIRST_BASE = -0.979
FIRST = _table("""
above-title -0.70 again -0.29 all-bold -0.15 all-link 0.65 at -0.87 below-title 0.33 beside:0 0.04 beside:1 0.39
beside:2 0.13 beside:3 0.06 beside:4 -0.35 best 0.50 box-linked 0.03 box-single -0.09 box:<article> 0.05
box:<aside> -0.25 box:<figcaption> -0.06 box:<figure> -0.04 box:<footer> -0.04 box:<form> -0.12 box:<header> -0.25
box:<li> 0.72 box:<nav> -0.05 box:<section> -0.85 box:ad -0.37 box:article 0.39 box:author -0.58 box:body -0.13
box:box -0.91 box:caption -0.79 box:comment -0.35 box:content 0.18 box:foot -0.53 box:gallery 0.67 box:head 0.09
box:lead 0.08 box:letter -0.38 box:meta -0.36 box:nav -0.16 box:pay -0.10 box:prop 0.34 box:quote -0.07
box:related 0.03 box:share -0.31 box:side 0.05 box:tags 0.12 box:title -0.04 box:unseen 0.23 button:long -0.24
button:short -1.23 by:short -0.39 child-linked 0.32 child-share 1.10 contact:long -0.85 contact:short -1.20
credit:long 0.19 credit:short -0.69 date:long -0.13 date:short -0.58 ends 0.19 first-of-many 0.08 image -0.19
in-best -0.59 in-best:0 0.50 in-best:1 0.43 in-best:2 -0.04 in-best:3 -0.80 in-best:4 -0.68 in:<article> 0.03
in:<aside> -0.31 in:<blockquote> 0.20 in:<figcaption> -0.13 in:<figure> -0.07 in:<footer> -0.74 in:<form> 0.14
in:<header> 0.26 in:<li> 0.04 in:<main> 0.16 in:<nav> -0.07 in:<section> 0.08 in:<table> 0.36 in:ad -0.08
in:article 0.04 in:author -0.22 in:body 0.14 in:box 0.07 in:caption 0.08 in:comment -1.28 in:content 0.16 in:foot
-0.11 in:gallery -0.28 in:head 0.15 in:hidden -0.28 in:lead 0.06 in:letter -0.59 in:meta -0.08 in:nav 0.41 in:prop
0.08 in:prop:body 0.35 in:quote 0.32 in:related -0.56 in:share 0.15 in:tags 0.04 in:teaser -0.11 in:title -0.12
in:unseen -0.40 is-deck 1.60 is-title -0.06 l<120 -0.42 l<25 -0.58 l<250 0.37 l<60 -0.35 length 0.35 linked -1.88
long 0.64 many-links -0.49 named:short -0.13 near-share -1.95 open-long -0.28 open-short -0.23 own:<aside> 0.05
own:<blockquote> -0.19 own:<figcaption> -0.26 own:<header> -0.04 own:<li> 0.47 own:<nav> -0.11 own:<section> -0.03
own:<table> -0.17 own:ad -0.27 own:article -0.55 own:author -0.45 own:body 0.81 own:caption -0.80 own:comment
-0.28 own:content -0.06 own:foot -0.79 own:gallery -0.21 own:head -0.07 own:hidden -0.31 own:lead 0.27 own:letter
-0.23 own:meta -0.66 own:nav 0.22 own:pay -0.72 own:prop 0.12 own:prop:body 0.06 own:quote -0.06 own:related -0.34
own:share -0.15 own:side -0.44 own:tags 0.06 own:teaser -0.37 own:title 0.07 own:unseen -0.28 rights:long -0.75
rights:short -0.42 second 1.58 second:long 0.76 second:short 0.81 stated:no -0.96 stated:short -0.19 stated:yes
0.06 tag:address -0.09 tag:aside 0.05 tag:blockquote -0.19 tag:center -0.13 tag:dd 0.37 tag:div 0.04 tag:dt -0.05
tag:figcaption -0.26 tag:h1 -0.69 tag:h2 0.36 tag:h3 0.32 tag:h4 0.06 tag:h5 -0.29 tag:h6 -0.25 tag:header -0.04
tag:li 0.47 tag:nav -0.11 tag:p 0.06 tag:pre 0.38 tag:section -0.03 tag:table -0.17 tag:td -0.08 under-title 1.00
untitled 0.04 within-page -0.77
""")
# the second look: the same traits, and how the first judged the neighbours
SECOND_BASE = -0.730
SECOND = _table("""
above-title -0.93 again -0.30 all-bold -0.20 all-link 0.55 at -0.39 below-title 0.44 beside:0 -0.21 beside:1 0.45
beside:2 0.22 beside:3 0.07 beside:4 -0.20 best 0.46 box-linked 0.04 box-single -0.11 box:<article> 0.08
box:<aside> -0.21 box:<blockquote> -0.11 box:<figcaption> -0.05 box:<figure> -0.16 box:<footer> -0.04 box:<form>
-0.13 box:<header> -0.16 box:<li> 0.57 box:<main> 0.04 box:<nav> -0.04 box:<section> -0.83 box:ad -0.43
box:article 0.45 box:author -0.55 box:body -0.15 box:box -0.94 box:caption -0.84 box:comment -0.27 box:content
0.13 box:foot -0.57 box:gallery 0.70 box:head 0.13 box:hidden 0.06 box:lead 0.05 box:letter -0.37 box:meta -0.42
box:nav -0.25 box:pay -0.13 box:prop 0.26 box:prop:body 0.06 box:quote 0.03 box:share -0.29 box:side 0.05 box:tags
0.10 box:teaser 0.07 box:title -0.03 box:unseen 0.20 button:long -0.16 button:short -1.13 by:long -0.03 by:short
-0.43 child-linked 0.23 child-share 1.07 contact:long -0.75 contact:short -1.03 credit:long 0.20 credit:short
-0.78 date:long -0.12 date:short -0.56 ends 0.18 first-of-many 0.06 image -0.14 in-best -0.66 in-best:0 0.46
in-best:1 0.44 in-best:3 -0.82 in-best:4 -0.72 in:<article> -0.03 in:<aside> -0.15 in:<blockquote> 0.12
in:<figcaption> -0.13 in:<figure> -0.19 in:<footer> -0.70 in:<form> 0.22 in:<header> 0.18 in:<main> 0.16 in:<nav>
-0.16 in:<section> 0.07 in:<table> 0.35 in:ad -0.07 in:author -0.19 in:box 0.08 in:caption 0.07 in:comment -1.27
in:content 0.19 in:foot -0.06 in:gallery -0.19 in:head 0.06 in:hidden -0.24 in:lead 0.07 in:letter -0.59 in:nav
0.39 in:prop 0.11 in:prop:body 0.28 in:quote 0.35 in:related -0.55 in:share 0.11 in:tags 0.05 in:teaser -0.09
in:title -0.10 in:unseen -0.49 is-deck 1.48 l<120 -0.36 l<25 -0.53 l<250 0.31 l<60 -0.34 length 0.31 linked -1.62
long 0.59 many-links -0.45 named:short -0.12 near-share -1.72 open-long -0.24 open-short -0.27 own:<aside> 0.04
own:<blockquote> -0.18 own:<figcaption> -0.35 own:<header> -0.04 own:<li> 0.34 own:<nav> -0.11 own:<section> -0.03
own:<table> -0.19 own:ad -0.27 own:article -0.53 own:author -0.51 own:body 0.70 own:box 0.10 own:caption -0.89
own:comment -0.23 own:foot -0.76 own:gallery -0.19 own:head -0.15 own:hidden -0.27 own:lead 0.32 own:letter -0.19
own:meta -0.72 own:nav 0.22 own:pay -0.61 own:prop 0.22 own:prop:body 0.06 own:quote -0.08 own:related -0.34
own:share -0.13 own:side -0.35 own:teaser -0.41 own:title 0.08 own:unseen -0.29 rights:long -0.70 rights:short
-0.38 second 1.33 second:long 0.60 second:short 0.73 stated:no -0.89 stated:short -0.26 stated:yes 0.03
tag:address -0.07 tag:aside 0.04 tag:blockquote -0.18 tag:center -0.12 tag:dd 0.29 tag:dt -0.09 tag:figcaption
-0.35 tag:h1 -0.66 tag:h2 0.33 tag:h3 0.34 tag:h4 0.31 tag:h5 -0.20 tag:h6 -0.15 tag:header -0.04 tag:li 0.34
tag:nav -0.11 tag:p 0.06 tag:pre 0.33 tag:section -0.03 tag:table -0.19 tag:td -0.15 under-title 0.56 untitled
0.16 within-page -0.64
""")
AROUND = _table("""
after 0.15 after2 0.36 ahead 0.14 amid 0.14 before 0.34 before2 -0.37 behind -0.62 box -0.11 far-ahead 0.17
far-behind -0.30 head:after 0.62 head:before 0.11 head:same-box -0.24 li:box -0.62 li:upper 0.69 own 0.30 upper
-0.30
""")
