"""The names of months and weekdays as news of many languages writes them: literal tables."""

# ruff: noqa: E501, ISC004, RUF001 - tables of names in many scripts

import re
from collections.abc import Mapping

# twelve forms a row, spaces within a name as _; an abbreviation that is an English word of its own ("ago", "out", "set")
# has no place here, and languages that share a row stand together. A test holds the rows against CLDR.
_GREGORIAN: tuple[tuple[str, str], ...] = (
    ("en", "january february march april may june july august september october november december"),
    ("en", "jan feb mar apr may jun jul aug sept oct nov dec"),
    ("en", "jan feb mar apr may jun jul aug sep oct nov dec"),
    ("de", "januar februar märz april mai juni juli august september oktober november dezember"),
    ("de", "jänner feber mär apr mai juni juli aug sept okt nov dez"),
    ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    ("fr", "janv févr mars avr mai juin juil aout sept oct nov déc"),
    ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ("es", "ene feb mar abr may jun jul agosto setiembre oct nov dic"),
    ("it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    ("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    ("nl", "januari februari maart april mei juni juli augustus september oktober november december"),
    ("nl", "jan feb mrt apr mei jun jul aug sep okt nov dec"),
    ("sv", "januari februari mars april maj juni juli augusti september oktober november december"),
    ("da", "januar februar marts april maj juni juli august september oktober november december"),
    ("no", "januar februar mars april mai juni juli august september oktober november desember"),
    ("fi", "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
     " marraskuuta joulukuuta"),
    ("fi", "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu"),
    ("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
    ("pl", "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"),
    ("pl", "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu"),
    ("cs", "ledna února března dubna května června července srpna září října listopadu prosince"),
    ("cs", "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"),
    ("cs", "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci"),
    ("hu", "január február március április május június július augusztus szeptember október november december"),
    ("ro", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
    ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ("ru", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    ("ru", "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
    ("ru", "янв фев мар апр мая июн июл авг сен окт ноя дек"),
    ("uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    ("uk", "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
    ("uk", "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"),
    ("tr", "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    ("ar", "يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر"),
    ("ar", "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول"),
    ("ar", "كانون_الثاني شباط اذار نيسان ايار حزيران تموز آب ايلول تشرين_الاول تشرين_الثاني كانون_الاول"),
    ("ar", "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"),
    ("ar", "يناير فبراير مارس إبريل مايو يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"),
    ("fa", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    ("fa", "جنوری فبروری مارچ اپریل می جون جولای آگست سپتامبر اکتوبر نوامبر دسامبر"),
    ("he", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    ("he", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
    ("hi", "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
    ("hi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर"),
    ("bn", "জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
    ("bn", "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
    ("ur", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
    ("th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
    ("th", "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."),
    ("vi", "tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9 tháng_10 tháng_11 tháng_12"),
    ("vi", "tháng_giêng tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu tháng_bảy tháng_tám tháng_chín tháng_mười"
     " tháng_mười_một tháng_mười_hai"),
    ("id", "januari februari maret april mei juni juli agustus september oktober november desember"),
    ("el", "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
     " δεκεμβρίου"),
    ("el", "ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο δεκέμβριο"),
)  # fmt: skip
# Monday first, as the rows above
_WEEKDAYS: tuple[tuple[str, str], ...] = (
    ("en", "monday tuesday wednesday thursday friday saturday sunday"),
    ("de", "montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    ("de", "montag dienstag mittwoch donnerstag freitag sonnabend sonntag"),
    ("fr", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    ("es", "lunes martes miércoles jueves viernes sábado domingo"),
    ("it", "lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    ("pt", "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
    ("nl", "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    ("sv", "måndag tisdag onsdag torsdag fredag lördag söndag"),
    ("da no", "mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    ("fi", "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina"),
    ("pl", "poniedziałek wtorek środa czwartek piątek sobota niedziela"),
    ("pl", "poniedziałek wtorek środę czwartek piątek sobotę niedzielę"),
    ("cs", "pondělí úterý středa čtvrtek pátek sobota neděle"),
    ("cs", "pondělí úterý středu čtvrtek pátek sobotu neděli"),
    ("hu", "hétfő kedd szerda csütörtök péntek szombat vasárnap"),
    ("ro", "luni marți miercuri joi vineri sâmbătă duminică"),
    ("ru", "понедельник вторник среда четверг пятница суббота воскресенье"),
    ("ru", "понедельник вторник среду четверг пятницу субботу воскресенье"),
    ("uk", "понеділок вівторок середа четвер п'ятниця субота неділя"),
    ("uk", "понеділок вівторок середу четвер п’ятницю суботу неділю"),
    ("tr", "pazartesi salı çarşamba perşembe cuma cumartesi pazar"),
    ("ar", "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
    ("ar", "الإثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد"),
    ("fa", "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه"),
    ("fa", "دوشنبه سه_شنبه چهارشنبه پنج‌شنبه جمعه شنبه یک‌شنبه"),
    ("he", "שני שלישי רביעי חמישי שישי שבת ראשון"),
    ("hi", "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"),
    ("bn", "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার"),
    ("ur", "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار"),
    ("th", "จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์"),
    ("vi", "thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật"),
    ("id", "senin selasa rabu kamis jumat sabtu minggu"),
    ("ja", "月曜 火曜 水曜 木曜 金曜 土曜 日曜"),
    ("zh", "星期一 星期二 星期三 星期四 星期五 星期六 星期日"),
    ("zh", "週一 週二 週三 週四 週五 週六 週日"),
    ("zh", "周一 周二 周三 周四 周五 周六 周日"),
    ("ko", "월요일 화요일 수요일 목요일 금요일 토요일 일요일"),
    ("el", "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή"),
)
# months of other calendars as patterns, since their spelling in other scripts is nobody's; the first is month 1
_AL = "(?:[ae]l|ul|ur|[aeu]sh|ath|at|adh)?[- ’'‘]?"
HIJRI = (
    r"(?:ال)?محرم(?: الحرام)?|muharr[ae]m",
    r"صفر(?: (?:الخير|المظفر))?|saf[ae]r",
    rf"رب[يی]ع (?:ال)?[اأ]ول|rab[iī][‘’'ʿ]?[- ]?(?:{_AL}aww?al|i)(?!\w)|rabiul aww?al|rebiülevvel",
    rf"رب[يی]ع (?:ال)?(?:ثان[يی]|[آا]خر)|rab[iī][‘’'ʿ]?[- ]?(?:{_AL}(?:th[aā]n[iī]|[aā]kh[ie]r)|ii)(?!\w)|rabiul akhir|rebiülahir",
    rf"جماد[ىيی] (?:ال)?[اأ]ول[ىی]?|jum[aā]d[aā][- ]?(?:{_AL}(?:[uū]l[aā]|aww?al)|i)(?!\w)|jumadil aww?al|cemaziyelevvel",
    rf"جماد[ىيی] (?:ال)?(?:[آا]خرة?|ثان[يی]ة?)|jum[aā]d[aā][- ]?(?:{_AL}(?:[aā]kh[ie]r(?:ah?)?|th[aā]n[iī](?:yah?)?)|ii)(?!\w)"
    r"|jumadil akhir|cemaziyelahir",
    r"رجب(?: المرجب)?|r[ae]jab|recep",
    r"شعبان(?: المعظم)?|s[hy]+a?[‘’'ʿ]?a?b[aā]n|şaban",
    r"رمضان(?: (?:المبارك|المبارک))?|rama[dz][aā]n",
    r"شوال(?: (?:المكرم|المکرم))?|s[hy]+aww?[aā]l|şevval",
    rf"ذ[ويی] ?(?:ال)?قعد[ةهہ]?|ذیقعد[ةهہ]?|(?:dh|z)[uū]l?[- ]?{_AL}q[ai][‘’'ʿ]?dah?|zulkaedah|zilkade",
    rf"ذ[ويی] ?(?:ال)?حج[ةهہ]|ذیحج[ةهہ]|(?:dh|z)[uū]l?[- ]?{_AL}[hḥ]i[jǧ]j?ah?|zilhicce",
)
JALALI = (
    r"فرورد[یي]ن|حمل|farvardin",
    r"ارد[یي]بهشت|ثور|ordibehesht",
    r"خرداد|جوزا|khordad",
    r"ت[یي]ر|سرطان|tir",
    r"ا?مرداد|اسد|mordad",
    r"شهر[یي]ور|سنبله|shahrivar",
    r"مهر|م[یي]زان|mehr",
    r"آبان|عقرب|aban",
    r"آذر|قوس|azar",
    r"د[یي](?!\w)|جد[یي]|dey",
    r"بهمن|دلو|bahman",
    r"اسفند|حوت|esfand",
)


def _numbered(rows: tuple[tuple[str, str], ...], first: int) -> Mapping[str, int]:
    return {form.replace("_", " "): number for _, row in rows for number, form in enumerate(row.split(), first)}


# name in small letters -> number, January 1, Monday 0
MONTH = _numbered(_GREGORIAN, 1)
WEEKDAY = _numbered(_WEEKDAYS, 0)
# a word that may be a name: with the marks that some scripts set around a letter, two or three words where a name has them
WORD = re.compile(
    r"[เก-ฮ][ก-ฮ]?[ิี]?\.[ก-ฮ]\.|tháng (?:1[0-2]|[1-9]|\w+(?: (?:một|hai)(?!\w))?)|(?:thứ|chủ) \w+|سه شنبه"
    r"|(?:كانون|تشرين) \w+|[^\W\d_][^\s\d.,;:!?،؛。、()（）\[\]/|\"“”«»<>–—=]*",
    re.IGNORECASE,
)


def months(lang: str) -> tuple[str, ...]:
    """Return all names of months in a language."""
    return tuple(name.replace("_", " ") for own, row in _GREGORIAN if own == lang for name in row.split())


def weekdays(lang: str) -> tuple[str, ...]:
    """Return all names of weekdays in a language."""
    return tuple(name.replace("_", " ") for langs, row in _WEEKDAYS if lang in langs.split() for name in row.split())


def month_of(name: str) -> int:
    """Return the number of a Gregorian month by its name, 0 if it is none."""
    return _of(MONTH, name, 0)


def weekday_of(name: str) -> int:
    """Return the number of a weekday by its name, -1 if it is none."""
    return _of(WEEKDAY, name, -1)


def _of(names: Mapping[str, int], name: str, otherwise: int) -> int:
    lower = name.lower()
    found = names.get(lower)
    if found is None and ("i" in lower or "-" in lower):
        # Turkish capitals: KASIM, NİSAN; Hebrew sets a hyphen after its "in"
        found = names.get(lower.replace("i\u0307", "i"), names.get(lower.replace("i", "ı")))
    return otherwise if found is None else found
