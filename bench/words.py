"""Words to make pages of: about forty for each language, without sense and in its own letters."""

from __future__ import annotations

WORDS = {
    "nl": """stad inburgering nieuwkomer cursus taal afspraak onthaal buurt gezin school leraar werk
        loket aanvraag brief woning huurder dokter vrijwilliger ontmoeting bibliotheek groep les
        niveau inschrijving gratis week tuin avond samen leren oefenen spreken helpt vindt
        krijgt vraagt met voor over tijdens naast elke nieuwe goede de het een en""",
    "fr": """ville intégration arrivant cours langue accueil quartier famille école enseignant
        travail guichet demande lettre logement locataire médecin bénévole rencontre bibliothèque
        groupe leçon niveau inscription gratuit semaine jardin soirée ensemble apprendre pratiquer
        parler aide trouve reçoit avec pour sur pendant près chaque nouvelle bonne la le une et""",
    "en": """city integration newcomer course language appointment welcome neighbourhood family
        school teacher work desk application letter home tenant doctor volunteer meeting library
        group lesson level registration free week garden evening together learn practise speak
        helps finds gets asks with for about during beside every new good the a of and""",
    "ar": """المدينة الاندماج الوافد الدورة اللغة الموعد الاستقبال الحي العائلة المدرسة المعلم
        العمل المكتب الطلب الرسالة السكن المستأجر الطبيب المتطوع اللقاء المكتبة المجموعة الدرس
        المستوى التسجيل مجاني الأسبوع الحديقة المساء معا نتعلم نمارس نتحدث يساعد يجد يحصل يسأل مع
        من حول خلال بجانب كل جديدة جيدة هذه و في""",
    "fa": """شهر همگرایی تازه‌وارد دوره زبان قرار پذیرش محله خانواده مدرسه معلم کار دفتر درخواست
        نامه مسکن مستأجر پزشک داوطلب دیدار کتابخانه گروه درس سطح ثبت‌نام رایگان هفته باغ عصر با
        یادگیری تمرین گفتگو کمک می‌یابد می‌گیرد می‌پرسد برای درباره هنگام کنار هر جدید خوب این و""",
    "tr": """şehir uyum yeni kurs dil randevu karşılama mahalle aile okul öğretmen iş gişe başvuru
        mektup konut kiracı doktor gönüllü buluşma kütüphane grup ders seviye kayıt ücretsiz hafta
        bahçe akşam birlikte öğrenmek alıştırma konuşmak yardım bulur alır sorar ile için
        hakkında sırasında yanında her güzel iyi bu ve""",
    "uk": """місто інтеграція новоприбулий курс мова зустріч прийом район родина школа вчитель
        робота каса заява лист житло орендар лікар волонтер спілкування бібліотека група урок
        рівень реєстрація безкоштовно тиждень сад вечір разом вчитися практикувати говорити
        допомагає знаходить отримує питає з для про під поруч кожен нова добра це і в""",
    "es": """ciudad integración recién curso idioma cita acogida barrio familia escuela docente
        trabajo ventanilla solicitud carta vivienda inquilino médico voluntario encuentro
        biblioteca grupo lección nivel inscripción gratis semana jardín tarde juntos aprender
        practicar hablar ayuda encuentra recibe pregunta con para sobre durante junto cada nueva
        buena la el una y""",
}
WORDS_OF = {lang: tuple(text.split()) for lang, text in WORDS.items()}
LANGUAGES = tuple(WORDS)
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
COMMA = {"ar": "،", "fa": "،"}
