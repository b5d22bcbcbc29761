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
مراد murad صديقي siddiqi صديق siddiq زاهد zahid زهير zuhayr مظهري mazhari قدوس quddus ولي wali والي wali
فضلي fadli فاضل fadil فضل fadl رمضان ramadan ظواهري zawahiri رؤوف rauf روف rauf حي hayy احد ahad سلام salam
فتاح fattah قيوم qayyum شكور shakur ستار sattar صمد samad غني ghani رزاق razzaq باري bari خالق khaliq واسع wasi
متين matin جليل jalil حق haqq هدايت hidayat هدايه hidaya رحمت rahmat رحمه rahma نعمت nimat عزت izzat قدرت qudrat
مطيع muti عتيق atiq حمد hamd نجيب najib نذير nazir احسان ihsan ثاقب thaqib ذاكر zakir خادم khadim نوري nuri
حقاني haqqani اخوند akhund اخوندزاده akhundzada طيب tayyib داد dad كل gul محسن muhsin هدي huda شهاب shihab
دلاور dilawar يونس yunus عدي uday قصي qusay طه taha معروف maruf تواب tawwab انتصار intisar عبيدي ubaydi
سعدي saadi خليفه khalifa خليفة khalifa ازهر azhar حمدي hamdi نعماني numani مدني madani جمعه juma جمعة juma
ربيع rabi عارف arif غازي ghazi شفيق shafiq توفيق tawfiq نصير nasir ظاهر zahir يار yar نظر nazar سراج siraj
معين muin محيي muhyi محي muhyi غياث ghiyath تاج taj برهان burhan نجم najm زين zayn ركن rukn قطب qutb ظهير zahir
مجد majd شرف sharaf امان aman لعل lal بادشاه padshah شير sher بابا baba لالا lala جبريل jibril ميكائيل mikail
الياس ilyas لقمان luqman ذو dhu فقار fiqar حارث harith معاذ muadh معاويه muawiya صهيب suhayb خطاب khattab
مصعب musab مقداد miqdad حذيفه hudhayfa قتيبه qutayba جهاد jihad اياد iyad نضال nidal ماهر mahir باسل basil
ايمن ayman بسام bassam سهيل suhayl مروان marwan لؤي luay عبدالحق abdulhaqq عدل adl جندي jundi حلبي halabi
حمصي himsi جزائري jazairi مغربي maghribi تونسي tunisi ليبي libi فلسطيني filastini كردي kurdi تركي turki
افغاني afghani قرشي qurashi قريشي qurayshi علوي alawi حسني hasani سيستاني sistani طالباني talabani
بارزاني barzani مجتبي mujtaba مرتضي murtada عسكري askari نقي naqi ابوالفضل abulfazl رحيمي rahimi رضائي rezaei
قاسمي qasemi نوروزي norouzi فرهاد farhad بهرام bahram رستم rustam داريوش darius كوروش kourosh پرويز parviz
خسرو khosrow جمشيد jamshid شاهين shahin سهراب sohrab مهران mehran وردك wardak پوپل popal يوسفزي yusufzai
اسحاقزي ishaqzai نورزي noorzai اچكزي achakzai باركزي barakzai مومند mohmand
"""
_WORDS = _PAIRS.split()
COMMON_NAMES: dict[str, str] = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
