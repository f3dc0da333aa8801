"""Articles of one's own about an invented meeting, told and told again."""

from elchi.model import Article

HINDI = """उज़्बेकिस्तान और भारत के बीच रेल समझौता

उज़्बेकिस्तान के राष्ट्रपति शौकत मिर्ज़ियोयेव ने मंगलवार को समरकंद में भारत के विदेश मंत्री एस जयशंकर से मुलाकात की।
दोनों पक्षों ने 760 किलोमीटर लंबी तेरमेज़-मज़ार रेल लाइन के लिए 3.4 अरब डॉलर के समझौते पर हस्ताक्षर किए।
परियोजना के प्रमुख रुस्तम कादिरोव ने बताया कि काम 15 मार्च 2027 को शुरू होगा और उसमें 12,500 लोग लगेंगे।
जयशंकर ने कहा कि अफ़ग़ानिस्तान और ईरान को भी इस लाइन से लाभ होगा।
समझौते में 48 स्टेशन और 9 पुल शामिल हैं।
मिर्ज़ियोयेव अगले वर्ष दिल्ली की यात्रा करेंगे।"""
BENGALI = """উজবেকিস্তান ও ভারতের মধ্যে রেল চুক্তি

উজবেকিস্তানের প্রেসিডেন্ট শওকত মিরজিওয়েভ মঙ্গলবার সমরকন্দে ভারতের পররাষ্ট্রমন্ত্রী এস জয়শঙ্করের সঙ্গে বৈঠক করেছেন।
দুই পক্ষ ৭৬০ কিলোমিটার দীর্ঘ তেরমেজ-মাজার রেললাইনের জন্য ৩.৪ বিলিয়ন ডলারের চুক্তি সই করেছে।
প্রকল্পের প্রধান রুস্তম কাদিরভ জানান, কাজ শুরু হবে ১৫ মার্চ ২০২৭ তারিখে এবং তাতে ১২,৫০০ মানুষ কাজ করবেন।
জয়শঙ্কর বলেন, আফগানিস্তান ও ইরানও এই লাইন থেকে উপকৃত হবে।
চুক্তিতে ৪৮টি স্টেশন ও ৯টি সেতু রয়েছে।
মিরজিওয়েভ আগামী বছর দিল্লি সফর করবেন।"""
ENGLISH = """Uzbekistan and India agree on a railway

Uzbekistan's President Shavkat Mirziyoyev met India's External Affairs Minister S Jaishankar in Samarkand on Tuesday.
The two sides signed an agreement worth 3.4 billion dollars on the 760-kilometre Termez-Mazar railway.
Rustam Kadirov, who heads the project, said that work would begin on 15 March 2027 and employ 12,500 people.
Jaishankar said that Afghanistan and Iran would gain from the line too.
The agreement covers 48 stations and 9 bridges.
Mirziyoyev will travel to Delhi next year."""
RUSSIAN = """Узбекистан и Индия договорились о железной дороге

Президент Узбекистана Шавкат Мирзиёев во вторник в Самарканде встретился с министром иностранных дел Индии Джайшанкаром.
Стороны подписали соглашение на 3,4 млрд долларов о железной дороге Термез - Мазар длиной 760 километров.
Руководитель проекта Рустам Кадиров сообщил, что работы начнутся 15 марта 2027 года, в них будут заняты 12 500 человек.
Джайшанкар сказал, что дорога принесет пользу Афганистану и Ирану.
Соглашение охватывает 48 станций и 9 мостов.
Мирзиёев посетит Дели в следующем году."""
# The figures of the second sentence are others: a slip of a translator.
WRONG_FIGURE = ENGLISH.replace("3.4 billion", "4.3 billion")
OWN_WORDS = """Jaishankar in Samarkand: India backs railway to Uzbekistan's south

India and Uzbekistan put their names to the long-awaited Termez-Mazar rail link in Samarkand, after talks between
S Jaishankar and Shavkat Mirziyoyev. New Delhi hopes for a route past Pakistan, officials said; Tashkent brings in 30
per cent of the money. Critics at home call the plan a burden: the last railway in the region was finished 6 years late.
Kadirov, the project's head, was not available for comment."""
LATER = """भारत की संसद में रेल समझौते पर बहस

उज़्बेकिस्तान के साथ समरकंद में हुए रेल समझौते पर विदेश मंत्री एस जयशंकर ने संसद में बयान दिया।
विपक्ष ने पूछा कि शौकत मिर्ज़ियोयेव की सरकार ने तेरमेज़ लाइन के लिए क्या गारंटी दी है।
जयशंकर ने कहा कि 2 समितियां खर्च की जांच करेंगी और पहली रिपोर्ट 90 दिनों में आएगी।"""
OTHER = """নেপাল ও ভুটানের বিদ্যুৎ চুক্তি

নেপালের জ্বালানিমন্ত্রী কাঠমান্ডুতে ভুটানের রাষ্ট্রদূতের সঙ্গে ২১০ মেগাওয়াট বিদ্যুৎ কেনার চুক্তি সই করেছেন।
চুক্তির মেয়াদ ২৫ বছর। থিম্পু বছরে ৬৫ কোটি রুপি পাবে।"""
CORPUS = {
    "hi": ("2026-03-03", "Samachar", HINDI),
    "bn": ("2026-03-03", "", BENGALI),
    "en": ("2026-03-04", "", ENGLISH),
    "ru": ("2026-03-04", "", RUSSIAN),
    "hi-copy": ("2026-03-04", "Dainik", f"तेरमेज़ लाइन पर मुहर\n\n{HINDI.split(chr(10), 2)[2]}\n(साभार : समाचार)"),
    "en-part": ("2026-03-04", "", "\n".join(ENGLISH.split("\n")[2:4])),
    "en-own": ("2026-03-03", "Rail News", OWN_WORDS),
    "hi-later": ("2026-03-09", "Samachar", LATER),
    "bn-other": ("2026-03-03", "", OTHER),
}


def article(name, **changed):
    """Return an article of the corpus; `changed` fields win."""
    published, source, text = CORPUS[name]
    return Article(**{"id": name, "text": text, "published": published, "source": source or None} | changed)
