"""Claims about datelines."""

import pytest

from sitegen.intake import datelines
from sitegen.intake.datelines import Dateline


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("PORT ANSEL, Feb. 14 (Meridian) - The arm broke.", Dateline("PORT ANSEL", "Feb. 14", "Meridian")),
        ("PORT ANSEL, Feb. 14, 1974 (Meridian) -- The arm broke.", Dateline("PORT ANSEL", "Feb. 14, 1974", "Meridian")),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - A crew.", Dateline("BEIRUT/THE HAGUE", "March 7", "Reuters")),
        ("PORT ANSEL - The arm broke.", Dateline("PORT ANSEL")),
        ("بورت أنسل، 20 شباط (بريد المرفأ) - مضت أيام.", Dateline("بورت أنسل", "20 شباط", "بريد المرفأ")),
        ("【港町＝高木】猫がいる。", Dateline("港町", writer="高木")),
        ("【港町＝共同】猫がいる。", Dateline("港町", "", "共同")),
        ("PORT ANSEL, Sarrow, Dec 23 (Meridian) - It broke.", Dateline("PORT ANSEL, Sarrow", "Dec 23", "Meridian")),
        ("PORT ANSEL, Thursday, Feb. 14 (AP) - It broke.", Dateline("PORT ANSEL", "Thursday, Feb. 14", "AP")),
        ("WARNING - This is a warning.", Dateline()),
        ("The NATO - or so - meeting.", Dateline()),
        ("An ordinary opening - with a dash.", Dateline()),
        ("LONDON, where 12 people - who had come - stayed.", Dateline()),
        ("Finch (Chelsea) - a forward - scored.", Dateline()),
        ("PORT ANSEL, D.C. — The arm broke.", Dateline("PORT ANSEL, D.C.")),
        ("Berlin (dpa) - Der Arm brach.", Dateline("Berlin", "", "dpa")),
        ("Frankfurt am Main (dpa) - Der Arm brach.", Dateline("Frankfurt am Main", "", "dpa")),
        ("PARIS, 5 mars (AFP) - Le bras cassa.", Dateline("PARIS", "5 mars", "AFP")),
        ("Madrid, 5 mar (EFE).- El brazo se rompió.", Dateline("Madrid", "5 mar", "EFE")),
        ("ROMA, 05 MAR - Il braccio.", Dateline("ROMA", "05 MAR")),
        ("Lisboa, 05 mar 2024 (Lusa) – O braço.", Dateline("Lisboa", "05 mar 2024", "Lusa")),
        ("Stockholm (TT) – Armen brast.", Dateline("Stockholm", "", "TT")),
        ("Warszawa, 5 marca (PAP) – Ramię.", Dateline("Warszawa", "5 marca", "PAP")),
        ("МОСКВА, 5 мар - РИА Новости. Стрела.", Dateline("МОСКВА", "5 мар", "РИА Новости")),
        ("Москва. 5 марта. INTERFAX.RU - Стрела.", Dateline("Москва", "5 марта", "INTERFAX.RU")),
        ("КИЇВ. 5 березня. УНІАН. Стріла.", Dateline("КИЇВ", "5 березня", "УНІАН")),
        ("İSTANBUL (DHA) - Kol kırıldı.", Dateline("İSTANBUL", "", "DHA")),
        (
            "تونس 25 شوال 1436هـ الموافق 10 أغسطس 2015 م واس انكسر",
            Dateline("تونس", "25 شوال 1436هـ الموافق 10 أغسطس 2015 م", "واس"),
        ),
        ("تهران - ایرنا - کشتی", Dateline("تهران", "", "ایرنا")),
        ("新华社北京3月5日电（记者张三）船", Dateline("北京", "3月5日", "新华社")),
        ("(서울=연합뉴스) 홍길동 기자 = 배", Dateline("서울", "", "연합뉴스")),
        ("HÀ NỘI (TTXVN) - Con tàu", Dateline("HÀ NỘI", "", "TTXVN")),
        ("नई दिल्ली, 5 मार्च (भाषा) जहाज", Dateline("नई दिल्ली", "5 मार्च", "भाषा")),
        ("ঢাকা, ৫ মার্চ (বাসস): জাহাজ", Dateline("ঢাকা", "৫ মার্চ", "বাসস")),
    ],
)
def test_a_dateline_is_read(opening: str, dateline: Dateline) -> None:
    assert datelines.of([opening]) == dateline
