"""How much each trait of a segment weighs, in log-odds for text; fitted by `bench/page_weights.py`."""

from sitegen.intake.pages.looks import Looks


def _table(text: str) -> dict[str, float]:
    words = text.split()
    return {name: float(weight) for name, weight in zip(words[::2], words[1::2], strict=True)}


# what the page alone shows
ALONE = Looks(
    -2.544,
    _table("""
above-title -0.16 again -0.41 all-bold -0.05 all-link 0.13 at -0.80 below-title 1.15 beside-best 0.12 beside:0
0.45 beside:1 0.64 beside:2 0.42 beside:3 0.43 beside:4 -0.04 best 0.74 box-linked -0.22 box-prose 0.35 box-single
-0.08 box:<article> 0.08 box:<aside> -0.28 box:<blockquote> 0.03 box:<figcaption> -0.44 box:<figure> -0.29
box:<footer> -0.03 box:<form> -0.13 box:<header> -0.25 box:<li> 0.95 box:<main> 0.11 box:<section> -0.80 box:ad
-0.27 box:article 0.16 box:author -0.93 box:body -0.03 box:box -0.97 box:caption -1.01 box:comment -0.51
box:content 0.14 box:foot -0.29 box:gallery 0.55 box:head 0.29 box:hidden 0.11 box:letter -0.45 box:meta -0.35
box:nav -0.50 box:pay -0.26 box:prop 0.10 box:prop:body 0.03 box:quote -0.17 box:related 0.24 box:share -0.25
box:side -0.12 box:tags 0.22 box:teaser -0.25 box:title 0.24 box:unseen -0.31 button:long -0.30 button:short -1.14
by:long -0.06 by:short -0.50 child-linked -0.22 child-share 1.61 contact:long -1.08 contact:short -1.25
credit:long 0.14 credit:short -0.79 date:long -0.04 date:short -0.59 ends 0.86 first-of-many -0.22 image -0.64
in-best -0.20 in-best:0 0.74 in-best:1 0.72 in-best:2 0.06 in-best:3 -1.04 in-best:4 -0.68 in:<article> 0.20
in:<aside> -0.65 in:<blockquote> 0.29 in:<figcaption> -0.48 in:<figure> -0.66 in:<footer> -1.11 in:<header> 0.23
in:<li> -0.31 in:<main> 0.22 in:<nav> -0.31 in:<section> 0.14 in:<table> 0.56 in:ad 0.25 in:article 0.16 in:author
-0.37 in:body 0.29 in:caption 0.04 in:comment -1.39 in:content 0.30 in:foot -0.38 in:gallery -0.33 in:head -0.14
in:hidden -0.23 in:lead -0.17 in:letter -0.86 in:meta 0.10 in:nav 0.40 in:pay -0.13 in:prop 0.08 in:prop:body 0.40
in:quote 0.45 in:related -0.56 in:share 0.10 in:side -0.03 in:tags 0.09 in:teaser -0.43 in:title -0.26 in:unseen
-0.91 is-deck 1.42 is-title 0.03 l<120 0.05 l<25 -0.16 l<250 0.72 l<60 0.23 length 0.47 linked -1.95 long 0.88
many-links -0.30 named:short -0.14 near-share -2.20 of-links -2.29 open-long 0.37 open-short 0.48 own:<aside> 0.05
own:<blockquote> -0.07 own:<figcaption> -0.34 own:<figure> -0.03 own:<header> -0.11 own:<li> 0.64 own:<nav> -0.17
own:<section> -0.05 own:<table> 0.27 own:ad -0.10 own:article -0.63 own:author -0.59 own:body 1.03 own:box -0.38
own:caption -1.16 own:comment -0.16 own:content -0.08 own:foot -0.71 own:gallery 0.16 own:head -0.03 own:hidden
-0.37 own:lead 0.13 own:letter -0.24 own:meta -0.93 own:nav 0.24 own:pay -0.81 own:prop 0.17 own:prop:body 0.15
own:quote -0.05 own:related -0.31 own:share -0.17 own:side -0.41 own:tags -0.21 own:teaser -0.67 own:unseen -0.24
rights:long -0.74 rights:short -0.29 stated:no -1.03 stated:short -0.22 stated:yes 0.21 tag:address -0.05
tag:aside 0.05 tag:blockquote -0.07 tag:center -0.15 tag:dd 0.58 tag:div -0.45 tag:dt 0.05 tag:fieldset -0.03
tag:figcaption -0.34 tag:figure -0.03 tag:h1 -0.20 tag:h2 0.69 tag:h3 0.44 tag:h4 0.18 tag:h5 -0.18 tag:h6 -0.29
tag:header -0.11 tag:li 0.64 tag:nav -0.17 tag:p 0.43 tag:pre 0.59 tag:section -0.05 tag:table 0.27 tag:td -0.04
under-title 0.96 untitled 0.72 within-page -1.33
"""),
    -2.792,
    _table("""
above-title -0.37 again -0.44 all-bold -0.07 at -0.18 below-title 1.04 beside-best 0.11 beside:1 0.64 beside:2
0.47 beside:3 0.37 beside:4 0.21 best 0.63 box-prose 0.22 box-single -0.08 box:<article> 0.09 box:<aside> -0.25
box:<blockquote> -0.05 box:<figcaption> -0.35 box:<figure> -0.31 box:<footer> -0.03 box:<form> -0.12 box:<header>
-0.22 box:<li> 0.73 box:<main> 0.16 box:<section> -0.81 box:ad -0.25 box:article 0.24 box:author -0.76 box:body
-0.05 box:box -1.00 box:caption -1.01 box:comment -0.27 box:content 0.05 box:foot -0.38 box:gallery 0.48 box:head
0.29 box:hidden 0.15 box:lead -0.05 box:letter -0.39 box:meta -0.35 box:nav -0.57 box:pay -0.32 box:prop -0.04
box:prop:body 0.07 box:quote -0.11 box:related 0.34 box:share -0.19 box:side -0.07 box:tags 0.20 box:teaser -0.09
box:title 0.18 box:unseen -0.36 button:long -0.26 button:short -1.01 by:long -0.06 by:short -0.54 child-linked
-0.17 child-share 1.36 contact:long -0.93 contact:short -1.07 credit:long 0.13 credit:short -0.86 date:long -0.03
date:short -0.60 ends 0.76 first-of-many -0.25 image -0.61 in-best -0.28 in-best:0 0.63 in-best:1 0.66 in-best:2
0.05 in-best:3 -0.98 in-best:4 -0.64 in:<article> 0.07 in:<aside> -0.35 in:<blockquote> 0.22 in:<figcaption> -0.41
in:<figure> -0.64 in:<footer> -0.90 in:<form> 0.16 in:<header> 0.07 in:<li> -0.33 in:<main> 0.17 in:<nav> -0.34
in:<section> 0.09 in:<table> 0.50 in:ad 0.20 in:article 0.06 in:author -0.27 in:body 0.16 in:caption 0.12
in:comment -1.27 in:content 0.24 in:foot -0.15 in:gallery -0.14 in:head -0.15 in:hidden -0.12 in:lead -0.15
in:letter -0.75 in:meta 0.20 in:nav 0.43 in:pay -0.05 in:prop 0.13 in:prop:body 0.32 in:quote 0.35 in:related
-0.45 in:share 0.03 in:tags 0.09 in:teaser -0.34 in:title -0.18 in:unseen -0.89 is-deck 1.20 l<120 0.04 l<25 -0.13
l<250 0.58 l<60 0.26 length 0.34 linked -1.66 long 0.69 many-links -0.21 named:short -0.13 near-share -1.51
of-links -2.07 open-long 0.33 open-short 0.34 own:<aside> 0.03 own:<blockquote> -0.08 own:<figcaption> -0.38
own:<figure> -0.03 own:<header> -0.06 own:<li> 0.45 own:<nav> -0.16 own:<section> -0.04 own:<table> 0.19 own:ad
0.03 own:article -0.55 own:author -0.60 own:body 0.88 own:box -0.33 own:caption -1.19 own:comment -0.16 own:foot
-0.65 own:gallery 0.13 own:head -0.07 own:hidden -0.37 own:lead 0.27 own:letter -0.18 own:meta -0.97 own:nav 0.19
own:pay -0.79 own:prop 0.28 own:prop:body 0.18 own:quote -0.07 own:related -0.30 own:share -0.15 own:side -0.36
own:tags -0.26 own:teaser -0.69 own:unseen -0.22 rights:long -0.73 rights:short -0.32 stated:no -0.93 stated:short
-0.33 stated:yes 0.12 tag:address -0.04 tag:aside 0.03 tag:blockquote -0.08 tag:center -0.12 tag:dd 0.48 tag:div
-0.34 tag:fieldset -0.03 tag:figcaption -0.38 tag:figure -0.03 tag:h1 -0.21 tag:h2 0.51 tag:h3 0.43 tag:h4 0.39
tag:h5 -0.11 tag:h6 -0.16 tag:header -0.06 tag:li 0.45 tag:nav -0.16 tag:p 0.34 tag:pre 0.48 tag:section -0.04
tag:table 0.19 tag:td -0.09 under-title 0.47 untitled 0.77 within-page -0.99
"""),
    _table("""
after 0.17 after2 0.31 ahead 0.73 amid 0.97 before 0.37 before2 -0.43 behind -0.27 box 0.19 far-ahead 0.10
far-behind -0.51 head:after 0.67 head:same-box -0.24 li:box -0.54 li:upper 0.44 own 0.37 upper -0.32
"""),
)
# trafilatura's opinion beside it
SECONDED = Looks(
    -3.107,
    _table("""
above-title -0.33 again -0.42 all-bold -0.21 all-link 0.43 at -0.78 below-title 0.95 beside:0 0.22 beside:1 0.59
beside:2 0.40 beside:3 0.35 beside:4 -0.07 best 0.52 box-linked 0.07 box-prose 0.12 box-single -0.05 box:<article>
0.03 box:<aside> -0.23 box:<blockquote> -0.05 box:<figcaption> -0.15 box:<figure> -0.04 box:<form> -0.09
box:<header> -0.20 box:<li> 0.70 box:<main> 0.10 box:<section> -0.86 box:ad -0.15 box:article 0.35 box:author
-0.58 box:body -0.15 box:box -0.93 box:caption -0.90 box:comment -0.26 box:content 0.21 box:foot -0.46 box:gallery
0.65 box:head 0.22 box:hidden 0.10 box:lead 0.11 box:letter -0.36 box:meta -0.23 box:nav -0.28 box:pay -0.14
box:prop 0.30 box:prop:body 0.04 box:quote -0.10 box:related 0.09 box:share -0.28 box:side 0.05 box:title 0.03
box:unseen -0.14 button:long -0.25 button:short -1.19 by:short -0.42 child-linked 0.20 child-share 1.15
contact:long -0.86 contact:short -1.24 credit:long 0.21 credit:short -0.64 date:long -0.12 date:short -0.59 ends
0.68 first-of-many -0.23 image -0.43 in-best -0.32 in-best:0 0.52 in-best:1 0.44 in-best:3 -0.76 in-best:4 -0.53
in:<aside> -0.15 in:<blockquote> 0.20 in:<figcaption> -0.20 in:<figure> -0.13 in:<footer> -0.76 in:<form> 0.24
in:<header> 0.31 in:<li> -0.11 in:<main> 0.14 in:<nav> -0.29 in:<section> 0.10 in:<table> 0.54 in:ad 0.03
in:article 0.10 in:author -0.24 in:body 0.13 in:box 0.04 in:caption 0.11 in:comment -1.26 in:content 0.16 in:foot
-0.28 in:gallery -0.36 in:head 0.08 in:hidden -0.19 in:letter -0.58 in:nav 0.44 in:prop 0.05 in:prop:body 0.33
in:quote 0.31 in:related -0.58 in:share 0.09 in:side -0.03 in:teaser -0.16 in:title -0.20 in:unseen -0.65 is-deck
1.55 is-title -0.36 l<120 -0.12 l<25 -0.18 l<250 0.60 l<60 0.08 length 0.43 linked -1.96 long 0.79 many-links
-0.42 named:short -0.07 near-share -1.76 of-links -1.81 open-long 0.21 open-short 0.27 own:<aside> 0.07
own:<blockquote> -0.18 own:<figcaption> -0.18 own:<header> -0.04 own:<li> 0.53 own:<nav> -0.07 own:<section> -0.03
own:<table> 0.11 own:article -0.52 own:author -0.45 own:body 0.78 own:box -0.30 own:caption -0.89 own:comment
-0.32 own:foot -0.78 own:gallery -0.19 own:head 0.06 own:hidden -0.06 own:lead 0.35 own:letter -0.23 own:meta
-0.66 own:nav 0.24 own:pay -0.70 own:prop 0.19 own:prop:body 0.13 own:quote -0.08 own:related -0.24 own:share
-0.14 own:side -0.36 own:tags 0.07 own:teaser -0.34 own:title 0.10 own:unseen -0.26 rights:long -0.80 rights:short
-0.40 second 1.70 second:long 0.86 second:short 0.84 stated:no -0.87 stated:short -0.12 tag:address -0.11
tag:aside 0.07 tag:blockquote -0.18 tag:center -0.13 tag:dd 0.43 tag:div 0.07 tag:figcaption -0.18 tag:h1 -0.27
tag:h2 0.46 tag:h3 0.47 tag:h4 0.20 tag:h5 -0.23 tag:h6 -0.27 tag:header -0.04 tag:li 0.53 tag:nav -0.07 tag:p
0.13 tag:pre 0.43 tag:section -0.03 tag:table 0.11 tag:td -0.18 under-title 1.03 untitled 0.55 within-page -0.81
"""),
    -3.405,
    _table("""
above-title -0.60 again -0.47 all-bold -0.29 all-link 0.36 at -0.44 below-title 1.10 beside-best 0.05 beside:0
-0.12 beside:1 0.67 beside:2 0.48 beside:3 0.37 beside:4 0.10 best 0.51 box-linked 0.06 box-prose 0.13 box-single
-0.08 box:<article> 0.09 box:<aside> -0.22 box:<blockquote> -0.16 box:<figcaption> -0.15 box:<figure> -0.15
box:<form> -0.10 box:<header> -0.12 box:<li> 0.64 box:<main> 0.14 box:<section> -0.92 box:ad -0.21 box:article
0.45 box:author -0.59 box:body -0.19 box:box -1.02 box:caption -1.02 box:comment -0.17 box:content 0.18 box:foot
-0.48 box:gallery 0.68 box:head 0.25 box:hidden 0.20 box:lead 0.09 box:letter -0.36 box:meta -0.33 box:nav -0.37
box:pay -0.12 box:prop 0.29 box:prop:body 0.09 box:quote 0.04 box:related 0.08 box:share -0.26 box:side 0.04
box:tags 0.03 box:teaser 0.03 box:unseen -0.17 button:long -0.20 button:short -1.20 by:long -0.04 by:short -0.47
child-linked 0.11 child-share 1.11 contact:long -0.85 contact:short -1.20 credit:long 0.20 credit:short -0.75
date:long -0.14 date:short -0.62 ends 0.70 first-of-many -0.27 image -0.41 in-best -0.36 in-best:0 0.51 in-best:1
0.46 in-best:3 -0.76 in-best:4 -0.59 in:<article> -0.07 in:<aside> -0.03 in:<blockquote> 0.11 in:<figcaption>
-0.21 in:<figure> -0.26 in:<footer> -0.72 in:<form> 0.30 in:<header> 0.25 in:<li> -0.18 in:<main> 0.15 in:<nav>
-0.36 in:<section> 0.10 in:<table> 0.52 in:ad 0.03 in:author -0.29 in:body 0.04 in:box 0.08 in:caption 0.09
in:comment -1.26 in:content 0.14 in:foot -0.27 in:gallery -0.24 in:head 0.03 in:hidden -0.20 in:lead 0.03
in:letter -0.61 in:nav 0.49 in:prop 0.11 in:prop:body 0.29 in:quote 0.35 in:related -0.62 in:share 0.04 in:side
-0.06 in:tags 0.09 in:teaser -0.16 in:title -0.19 in:unseen -0.76 is-deck 1.53 is-title -0.39 l<120 -0.10 l<25
-0.14 l<250 0.54 l<60 0.06 length 0.44 linked -1.83 long 0.76 many-links -0.40 named:short 0.03 near-share -1.66
of-links -1.54 open-long 0.24 open-short 0.20 own:<aside> 0.05 own:<blockquote> -0.20 own:<figcaption> -0.26
own:<header> -0.03 own:<li> 0.45 own:<nav> -0.08 own:<section> -0.03 own:<table> 0.08 own:ad 0.04 own:article
-0.56 own:author -0.52 own:body 0.69 own:box -0.22 own:caption -1.02 own:comment -0.28 own:content 0.05 own:foot
-0.75 own:gallery -0.13 own:head -0.03 own:hidden -0.05 own:lead 0.43 own:letter -0.20 own:meta -0.73 own:nav 0.21
own:pay -0.58 own:prop 0.27 own:prop:body 0.17 own:quote -0.10 own:related -0.21 own:share -0.12 own:side -0.31
own:tags 0.04 own:teaser -0.41 own:title 0.13 own:unseen -0.28 rights:long -0.79 rights:short -0.39 second 1.62
second:long 0.76 second:short 0.87 stated:no -0.89 stated:short -0.17 stated:yes -0.03 tag:address -0.08 tag:aside
0.05 tag:blockquote -0.20 tag:center -0.14 tag:dd 0.36 tag:div 0.07 tag:dt -0.05 tag:fieldset -0.03 tag:figcaption
-0.26 tag:h1 -0.28 tag:h2 0.45 tag:h3 0.49 tag:h4 0.40 tag:h5 -0.16 tag:h6 -0.16 tag:header -0.03 tag:li 0.45
tag:nav -0.08 tag:p 0.16 tag:pre 0.39 tag:section -0.03 tag:table 0.08 tag:td -0.25 under-title 0.61 untitled 0.63
within-page -0.73
"""),
    _table("""
after 0.13 after2 0.39 ahead 0.72 amid 0.54 before 0.33 before2 -0.38 behind -0.13 box -0.08 far-ahead 0.21
far-behind -0.33 head:after 0.59 head:before 0.09 head:same-box -0.24 li:box -0.68 li:upper 0.46 own -0.06 upper
-0.29
"""),
)
