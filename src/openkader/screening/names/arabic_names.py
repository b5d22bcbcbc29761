"""Common Arabic, Persian and Islamic names in one usual Latin spelling; own table, from general knowledge."""

_PAIRS = """
محمد muhammad احمد ahmad محمود mahmud علي ali حسن hasan حسين husayn عبد abd الله allah ابو abu ابن ibn
بن bin بنت bint ال al عمر umar عثمان uthman يوسف yusuf ابراهيم ibrahim اسماعيل ismail موسي musa عيسي isa
داود dawud سليمان sulayman خالد khalid سعيد said سعد saad سالم salim سليم salim كريم karim رحيم rahim
رحمن rahman رشيد rashid راشد rashid مصطفي mustafa صالح salih صلاح salah ناصر nasir نصر nasr جمال jamal
كمال kamal جلال jalal حامد hamid حميد hamid عزيز aziz قادر qadir حكيم hakim وهاب wahhab جبار jabbar
غفور ghafur مجيد majid ماجد majid وحيد wahid واحد wahid فيصل faysal فهد fahd سلطان sultan سلمان salman
طارق tariq زياد ziyad زيد zayd يزيد yazid حمزه hamza حمزة hamza بلال bilal انس anas مالك malik امين amin
امير amir منصور mansur مسعود masud مهدي mahdi هادي hadi رضا rida جعفر jafar صادق sadiq باقر baqir كاظم kazim
عباس abbas قاسم qasim هاشم hashim حيدر haydar فاطمه fatima فاطمة fatima زينب zaynab مريم maryam عائشه aisha
عائشة aisha خديجة khadija ليلي layla سعاد suad نور nur دين din شمس shams بدر badr فخر fakhr سيف sayf عز izz
تقي taqi ضياء diya بهاء baha علاء ala يحيي yahya زكريا zakariya ايوب ayyub ادريس idris يعقوب yaqub
اسحاق ishaq هارون harun نوح nuh ادم adam اكرم akram انور anwar اشرف ashraf اسعد asaad اسد asad بشار bashar
بشير bashir جواد jawad فواد fuad فؤاد fuad فريد farid فاروق faruq غسان ghassan هشام hisham عمار ammar
عماد imad عادل adil عدنان adnan رامي rami رياض riyad رفيق rafiq سامي sami سمير samir شريف sharif طالب talib
طاهر tahir وليد walid ياسر yasir ياسين yasin لطيف latif لطفي lutfi نبيل nabil نظام nizam نعيم naim عمرو amr
عامر amir عاصم asim عصام isam حافظ hafiz حازم hazim حبيب habib حسام husam خليل khalil خميس khamis
قذافي qaddafi معمر muammar صدام saddam تكريتي tikriti بغدادي baghdadi مصري masri عراقي iraqi شامي shami
يماني yamani حوثي huthi ملا mullah مولوي mawlawi حاجي haji شيخ shaykh سيد sayyid عبيد ubayd عبدالله abdallah
عبيدالله ubaydallah نصرالله nasrallah حزب hizb جماعة jamaat شركة company بنك bank مؤسسة foundation
جمعية association دولة dawla اسلامية islamiyya اسلامي islami قاعدة qaida انصار ansar مجاهدين mujahidin
غلام ghulam خان khan گل gul جان jan اختر akhtar اقبال iqbal نواز nawaz شاه shah ميرزا mirza اغا agha بیگ beg
رسول rasul نبي nabi اصغر asghar اكبر akbar اعظم azam خميني khomeini خامنه khamene سليماني soleimani
حسيني hosseini محمدي mohammadi احمدي ahmadi رضايي rezaei كريمي karimi هاشمي hashemi موسوي mousavi
جعفري jafari صادقي sadeghi نژاد nejad زاده zadeh پور pour اسلام islam
"""
_WORDS = _PAIRS.split()
COMMON_NAMES: dict[str, str] = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
