"""The words that pages put around articles, by what they are for, in the languages that news is pasted in."""

# ruff: noqa: E501, ISC004, RUF001, SIM905 - tables of words in many scripts, a kind a paragraph

import re

# each kind may stand in a line with other words; how much it says is weighed in `cleaning` and `seams`
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "share-buttons",
        r"\b(?:share|tweet|pin it|e-?mail|print|whats ?app|facebook|twitter|linkedin|reddit|telegram|pinterest|flipboard"
        r"|instagram|youtube|tiktok|bluesky|mastodon|threads|copy (?:the )?link|link copied|bookmark|save article"
        r"|teilen|merken|drucken|partager|imprimer|compartir|imprimir|condividi|stampa|delen|dela|del|paylaş|udostępnij"
        r"|поделиться)\b|مشارك|شارك|طباعة|シェア|ツイート|印刷|공유|分享",
    ),
    (
        "newsletter",
        r"\b(?:news ?letters?|sign(?:ing)? up|subscri\w+|inbox|daily (?:digest|briefing)|alerts?|notifications?|follow us"
        r"|join (?:us|our)|download (?:the|our) app|abonn\w+|anmelden|registrier\w+|inscri\w+|suscr\w+|iscri\w+|podcasts?"
        r"|nyhedsbrev|nyhetsbrev|nieuwsbrief|bülten|подпис\w+)\b|اشترك|النشرة|購読|メルマガ|登録|구독|订阅",
    ),
    (
        "comments",
        r"\b(?:comments?|replies|reply|likes?|join the (?:conversation|discussion)|leave a (?:comment|reply)|add a comment"
        r"|kommentar\w*|commentaires?|comentarios?|commenti|réagir|antworten|reageer|yorum\w*|комментар\w+)\b"
        r"|تعليق|コメント|댓글|评论",
    ),
    (
        "related",
        r"\b(?:related|read (?:more|also|next)|more (?:from|on|in|stories|news|about)|most (?:read|popular|viewed|recent)"
        r"|see (?:also|more)|you (?:may|might) (?:also )?like|recommended|trending|top stories|latest|don'?t miss|up next"
        r"|editors?'?s? picks?|previous (?:article|post|story)|next (?:article|post|story)|also read|view (?:all|more)"
        r"|mehr (?:zum|aus|von|zu)|lesen sie|auch interessant|meistgelesen|weiterlesen|à lire|lire (?:aussi|la suite)"
        r"|sur le même|voir (?:aussi|plus)|lea también|más (?:noticias|leídas|de)|te puede|leggi (?:anche|tutto)|lees (?:ook|meer)"
        r"|läs (?:mer|också)|læs (?:også|mere)|czytaj|ilgili|haberler|читайте)\b"
        r"|اقرأ|المزيد|関連|あわせて|続きを|ランキング|관련|相关|阅读",
    ),
    (
        "rights-notice",
        r"©|\(c\) ?\d{4}|\b(?:copyright|all rights reserved|rights reserved|terms (?:of|and|&)|privacy|conditions of"
        r"|may not be (?:published|reproduced|reprinted)|powered by|imprint|impressum|datenschutz|mentions légales"
        r"|alle rechte|tous droits|derechos reservados|aviso legal|diritti riservati|agb|contact us|about us"
        r"|nutzungsbedingungen|accessibility|advertise with|do not sell|corrections?|licen[sc]e)\b"
        r"|حقوق|سياسة الخصوصية|無断転載|著作権|利用規約|プライバシー|版权|저작권",
    ),
    (
        "cookies",
        # who bakes some speaks of no consent
        r"^cookies?$|\bcookies?\b.{0,60}\b(?:polic\w+|settings?|preferences|partners?|websites?|services?|technolog\w+|data)\b"
        r"|\b(?:use|uses|using|accept|reject|allow|manage|essential|third-party|utilis\w+|verwende\w+|utiliz\w+|usamos"
        r"|gebruik\w*|använder|bruger)\b.{0,40}\bcookies?\b"
        r"|\b(?:consent|gdpr|accept all|einwilligung|consentement|consentimiento|tracking|javascript|browser"
        r"|enable|reload|embedded content|external content|externen? inhalt\w*)\b|クッキー",
    ),
    (
        "advertising",
        r"\b(?:advertis\w+|sponsored|promoted|partner content|affiliate|commission|deals?|shop(?:ping)?|buy now"
        r"|anzeige|werbung|publicité|publicidad|pubblicità|reklam\w*|реклама|annons|advertentie)\b|إعلان|広告|광고|广告",
    ),
    (
        "navigation",
        r"\b(?:skip to|menu|home(?:page)?|search|log ?(?:in|out)|sign in|my account|navigation|sections?|topics?|categories"
        r"|tags?|filed under|breadcrumb|close|open|toggle|back to|go to|site ?map|archive|rss|edition|profile|settings"
        r"|startseite|suche|themen|ressorts|accueil|rechercher|rubriques|inicio|buscar|secciones|cerca|zoeken|sök|søg"
        r"|ana sayfa|szukaj|главная|поиск)\b|الرئيسية|بحث|القائمة|ホーム|検索|メニュー|홈|검색|首页|搜索",
    ),
    (
        "paywall",
        r"\b(?:subscribers? only|premium|log in to|already (?:a )?(?:subscriber|member)|continue reading|free (?:trial|access|articles?)"
        r"|unlock|gift|full access|become a member|support (?:our|us|independent)|donat\w+|patreon|abo(?:nnement)?|testen)\b"
        r"|有料|会員|限定",
    ),
    (
        "photo-credit",
        r"\b(?:photo(?:graph)?s?|image|picture|credit|getty|reuters|afp|ap|shutterstock|alamy|file|epa|dpa|imago|unsplash|istock"
        r"|courtesy|screenshot|illustration|video|watch|gallery|caption|foto|bild|quelle|crédit|imagen)\b"
        r"|تصوير|صورة|أرشيف|写真|撮影|画像|사진|图片",
    ),
    (
        "time-stamp",
        r"\b(?:published|updated|posted|modified|last (?:updated|modified)|min(?:ute)?s? (?:read|ago)|hours? ago|days? ago"
        r"|\d{1,2}:\d\d|[ap]\.?m\.?|(?:e|g|b|c|p)s?[dm]?t|uhr|stand|aktualisiert|veröffentlicht|publié|mis à jour|publicado"
        r"|actualizado|pubblicato|aggiornato|opublikowano|güncelle\w+)\b|نشر|تحديث|更新|公開|配信|입력|수정|发布",
    ),
    (
        "author-note",
        r"\b(?:is an? (?:\w+ ){0,4}(?:reporter|writer|editor|journalist|correspondent|columnist|author|freelanc\w+|contributor)"
        r"|about the author|contributed to this|covers|written by|edited by|reach (?:him|her|them)|follow (?:him|her|them|@)"
        r"|can be reached|contact (?:him|her|the)|staff writer|bio|has been (?:writing|covering))\b|@\w+|\S+@\S+\.\w+",
    ),
)
KINDS = tuple(name for name, _ in _KINDS)
# asked of small letters: that takes half the time of patterns that ignore case
_PATTERNS = tuple((name, re.compile(words)) for name, words in _KINDS)
# no line is searched further than this: what speaks of the page does so at once
_REACH = 400

_SMALL_WORDS = frozenset(
    (
        "the of and to in that was for with his her said from by which were is are has have had he she they it a an as on at be but not"
        " le la les des et une un dans pour que qui sur pas au est avec du en de il elle"
        " der die und das den nicht von ist mit sich auf ein eine dem im zu hat war es als"
        " el los las una por con del para se como su al lo más pero"
        " il che di per non sono della nel gli è da i del con una"
        " os um uma não dos das ao pelo foi em do o e"
        " het een van dat zijn niet met voor ook aan bij naar op te"
        " bir ve bu için ile de da olarak się nie na jest że do w z"
        " och att det som på är av för den till og af er ikke"
        " и в не на что с по как из у за от"
        " من في على إلى عن أن التي الذي هذا مع"
    ).split()
)
_WORD = re.compile(r"\w+")


def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of page words that stand in a line."""
    short = text[:_REACH].lower()
    return tuple(name for name, pattern in _PATTERNS if pattern.search(short))


def small_words(words: list[str]) -> int:
    """Count the words that sentences are held together with; lists of names and headings have few."""
    return sum(word in _SMALL_WORDS for word in words)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(text.lower())
