# ruff: noqa: RUF001 - other languages' letters are what these names are written in
"""What columns are called in the languages of those who keep tables of news."""

TEXT, HTML = "text", "html"

# our key -> what columns of it are called: in small letters, with _ for what is neither letter nor figure
NAMES = {
    "title": (
        "title headline heading head titre titel titulo título titolo tytuł заголовок название العنوان عنوان "
        "見出し タイトル 題名 标题 標題 제목 başlık tiêu_đề judul rubrik otsikko כותרת عنوان_خبر"
    ),
    TEXT: (
        "text body content article article_text articletext full_text fulltext maintext main_text story "
        "plaintext texte contenu corps inhalt artikel texto contenido cuerpo conteúdo corpo testo treść текст "
        "содержание النص المحتوى المقال نص 本文 記事 内容 正文 內容 본문 내용 metin içerik isi teksti טקסט متن"
    ),
    HTML: "html content_html body_html contenthtml bodyhtml",
    "date": (
        "date published publication_date pubdate publish_date published_at date_published publishedat "
        "datepublished datetime timestamp day datum fecha data дата التاريخ تاريخ "
        "日付 日時 公開日 日期 发布时间 날짜 tarih "
        "tanggal päivä תאריך"
    ),
    "updated": "updated modified updated_at date_modified last_modified lastmod",
    "byline": (
        "byline author authors writer by auteur auteurs autor autores autore автор الكاتب كاتب المؤلف 著者 記者 "
        "筆者 作者 기자 yazar penulis kirjoittaja מחבר نویسنده"
    ),
    "deck": (
        "deck subtitle subheadline subheading standfirst chapô sous_titre untertitel subtítulo подзаголовок "
        "العنوان_الفرعي 副題"
    ),
    "kicker": "kicker overline rubric dachzeile spitzmarke",
    "summary": (
        "summary abstract description excerpt teaser résumé zusammenfassung resumen resumo sommario аннотация "
        "الملخص ملخص 要約 概要 摘要"
    ),
    "lang": "lang language langue sprache idioma lingua язык اللغة 言語 语言",
    "source": (
        "source publication publisher newspaper outlet media_source quelle fuente fonte journal zeitung "
        "источник المصدر مصدر الصحيفة 出典 媒体 来源"
    ),
    "section": "section ressort rubrique sección seção sezione раздел القسم 面",
    "canonical_url": "url link canonical_url canonical article_url web_url address adresse ссылка الرابط رابط",
    "topics": (
        "topics tags categories category tag keywords subject subjects topic thema schlagworte mots_clés "
        "sujets etiquetas temas рубрика теги التصنيف الموضوع タグ 分類 标签 分类"
    ),
    "people": "people persons personnes personen personas люди الأشخاص 人物",
    "places": "places locations location lieux orte lugares места الأماكن 場所",
    "organisations": "organisations organizations orgs",
    "dateline": "dateline",
    "agency": "agency news_agency agence agentur agencia агентство الوكالة 通信社",
    "caption": "caption image_caption photo_caption légende bildunterschrift",
    "series": "series",
    "status": "status state",
}
