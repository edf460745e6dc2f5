"""First names and surnames of many countries that neither the census of 1990 nor `name_lexicon_more` has."""

from __future__ import annotations

from medtune.data.cleaning.identity.name_words import words

# Britain, Ireland, Australia, and names that became frequent after 1990.
_ENGLISH = words("""
alfie archie freddie georgie ollie charlie teddy reggie ronnie albie bertie theo finley finlay harley harvey jenson
jayden kayden zayden brayden aidan aiden ayden caden kaden jaxon jaxson bentley hudson easton greyson grayson
kingston maverick ryder ryker rhett zander xander zayn kai koa levi asher ezra silas jasper jude milo hugo felix otis
rory ruairi oisin fionn finn cillian cathal ciaran colm cormac conall darragh daragh dara diarmuid donal eamon eamonn
eanna enda fergal fergus fiachra fintan kian killian lorcan malachy niall odhran odran padraig padraic peadar ronan
ruadhan senan shay tadhg turlough aine ailbhe aisling aislinn aoibhe aoibheann bronagh brid caoimhe cliodhna clodagh
deirdre dervla eabha eilis eimear emer etain fiadh grainne iseult laoise maeve meabh mairead maire muireann niamh nuala
orla orlaith roisin sadhbh saoirse siobhan sorcha sinead angus alasdair alisdair calum catriona ceri coinneach
duncan eilidh euan ewen ewan fraser gregor hamish iain innes islay isla kirsty kirstie kirsten lachlan lorna mairi
mhairi morag moray morven murdo roddy rona rowena ruaridh shona sorley struan alun aneurin angharad anwen bethan
branwen bronwen bryn cadoc carys catrin cerys delyth dewi dilys eirlys eleri elin elan emrys emyr ffion geraint glynis
gwen gwenllian gwyneth gwilym huw ieuan ifan iolo iwan llinos llio lowri luned mabli mared megan meirion myfanwy nerys
nia olwen osian rhiannon rhodri rhydian seren sioned steffan taliesin tomos tudur jemma gemma kayleigh keeley kelsey
kiera keira lexi lexie libby lottie maisie maisy mollie nell nellie phoebe tilly tallulah zara esme evie elsie edie
effie erin freya florrie imogen isobel jodie jorja kerry lacey leanne lyndsey mckenzie mackenzie madison mila nevaeh
paisley penelope piper quinn reagan remi saffron sienna skye skylar tamzin tegan thea xanthe yvette zoey addison adelyn
alaina alayna aubree aubrey avery bella braelyn brielle brooklynn brynlee camila camryn cora delaney eliana elena
emersyn everleigh gianna hadley harlow izabella jocelyn kaitlyn kaylee kaylin kennedy kinsley leilani lilah londyn
lucia lyla makayla makenna mckenna mia natalia nora peyton presley raelynn riley rowan ryleigh scarlett sloane
stella sutton valentina willa ximena yaretzi zuri darren damian dominic craig gavin garth glyn graeme greig howie
jarrod jarryd kade kane kyran lachie nathaniel brayan braxton bryson camden carson chace cohen colby colton
dalton dante dawson declan elias emiliano emmett enzo gunner holden ibrahim israel jaden jonah kieran
kolton landon lennox luka lukas mateo maxwell micah nico paxton rhys rocco ronin rylan sawyer tobias trey tristan wyatt
zachariah zion jayne lynne lynette trevor nigel clive rupert barnaby tarquin piers giles crispin jolyon quentin
cedric percival
""")
# India, Pakistan, Bangladesh, Sri Lanka, Nepal.
_SOUTH_ASIAN = words("""
aakash aarush aashish abhay abhijit abhilash abhinav achyut adarsh adil advaith aftab agastya ahaan aishwarya ajit
akhil akshara akshaya alok aman amandeep amar amarjeet amarjit ambika amish amitabh amol amrita amrit anagha anamika
ananth aniruddha anirudh anjana anjum ankita ankur anmol annapurna anshu anshul anupam anuradha anurag anushka aparna
apoorva archana ardhendu arif arnab arpit arpita arshad arundhati arvind ashish ashima ashraf ashutosh ashwin ashwini
asim asmita atul avani avinash ayush babita babu baldev balbir balraj baljit balwinder bansi bharat bharath bharti
bhaskar bhavesh bhavana bhavin bhavya bhumika bhupinder bhuvan bimal binita bindu bipin biswajit brijesh chaitanya
chandan chandni chandrika chetan chetna chinmay chirag chitra daljit daljeet damini darpan darshan darshana dattatraya
debashish deepali deepti deepinder devendra devika devyani dhanashree dhananjay dhanush dharmendra dhiraj dhruvi dilip
dimple dinakar dipak dipika dipti divakar dushyant ekta falguni faraz farooq farrukh fawad feroz gagan gagandeep
gaurang gauri geetanjali girija gita gokul gopi govind gulab gulshan gunjan gurpreet gurdeep gurbachan gurjeet gurinder
gurmeet gurmukh gurvinder hardeep hardik harish harjeet harjit harjinder harleen harmeet harmanpreet harnoor harpal
harpreet harsh harsha harshad harshal harshita harshvardhan harvinder hemant hemlata hetal hina hitesh hrithik ila
inder inderjit indrajit indrani iqbal irfan ishan ishita ishwar jagdish jagjit jagruti jahangir jaideep jagdeep
jaspreet jasleen jasmeet jasvinder jaswinder jaswant jatinder javed jaya jayesh jayanti jayashree jayshree jeevan
jignesh jigna jitendra juhi junaid jyotsna kailas kajal kalpana kalyan kamala kamalesh kamini kamlesh kanak kanchan
kanika kapil karan karanjit karishma karthika kartik kashif kaushal kaushik kavitha kavya keerthana keshav ketan ketaki
khushboo khushi kirit kirti kishan kishore komal kranti kripa krishnan krupa krutika kuldeep kulwinder kumud kunwar
kusum laxman laxmi leelavati lokesh madhav madhavan madhulika madhur madhuri mahendra mahima maitreyi mala malavika
mallika mamta manasi mandeep mangesh manik manisha manjeet manjit manjinder manju manjula manjunath manmohan manoj
manpreet mansi mayank mayuri medha meenakshi meena meenal meenu megha meghna meghana mehak mehul mihir milind mithun
mitali mohit mohini monika mridula mrinal mrunal mukta muralidharan murali muskan nadeem nagaraj nagesh naina namita
namrata nandita nandkumar narayan naresh nasreen navdeep navin navjot navneet navtej nawaz neelima neeraj neeta neetu
neeti nilesh nilima nimisha niraj niranjan niharika nikhat nikita nilam nirmal niti nitesh nitya nivedita omkar padmaja
padmavati pankaj pankhuri pallav parag paramjit paresh parineeta parminder parveen parvez pavan pavithra pawan payal
poonam prabhakar prabhjot prachi pradeep pradip pradnya prafulla pragya prajakta prakriti pramila pranab pranali
pranjal pratap pratibha pratima praveen pravin preethi prem premila prerana pritam prithvi priti priyansh priyanshu
pulkit puneet purnima purushottam purvi pushkar pushpa rabindra rachana rachna radhika raghu raghunath rajan rajani
rajat rajeev rajendra rajesh rajeshwari rajinder rajkumar rajni rajshree rakhi rama ramakant ramanujan ramdas ramya
ranbir randeep randhir ranganath ranjan ranjana ranjeet ranjit ranjita rashi rashmi ratan ravindra ravinder rekha renu
renuka reshma richa rimjhim ritesh ritu rituparna riya riyaz rizwan rohini roopa roshan roshni rubina ruchi ruchika
rucha rukmini rupal rupali rupesh rupinder saba sabita sachin sadhana sagarika saif sahana saira sajid saket sakshi
saleem saloni samarth sameena samiksha sampada sandesh sandhya sangeeta sanjana sanjukta sanket sanskriti santosh sapna
sarabjit sarala saraswati saravanan saritha sarojini sarthak sarvesh sashikala satinder satinderpal satnam satya satyam
saumya savita savitri seema shabana shabnam shaheen shailaja shailendra shailesh shakeel shakti shakuntala shalini
shambhavi shamim shanaya shanta shantanu sharad sharada sharmila sharvari shashank shashi shashikant sheela sheetal
shefali shekhar shilpa shirish shishir shivam shivangi shivendra shreyas shrikant shripad shrishti shruthi shubha
shubhangi shubhi shweta siddhant siddhi simi simran simranjit sindhu smita smriti sneha snehal soham sohail somesh
somnath sonal sonam sonia sonika sonu soumya sourav sreedevi sreenivas sridevi sridhar srinath sruthi subhadra subhash
subodh subrata suchitra sudarshan sudeep sudhakar sudhir sudipta sugandha suhani suhas sujay sujit sukanya sukhbir
sukhdeep sukhdev sukhjit sukhvinder sukhwinder sulekha sumana sumathi sumeet sumit sumitra sundar sunanda suniti sunny
supriya surabhi suraj surekha surendra surinder surjit sushant sushil sushila sushma suvarna swapna swapnil swara
swarna swaroop syed tabassum tahir talat tanaya tanisha tanmay tanu tanuja tanya tapan tara tarang tariq tejal
tejaswini trilok tripti trupti tulika tushar udit ujjwal ujwala umang umesh upasana upendra usman utkarsh utsav uttam
vaibhav vaidehi vaishnavi vandita varsha vasant vasanthi vasudev vasundhara vatsal veer veerendra venkatesh venu vibha
vidhi vidisha vidyut vijaya vijayalakshmi vikas vikash vikrant vimala vineet vineeta vinita vinayak vipin vipul viraj
viral virat virender virendra vishal vishakha vishesh vishnu vishwanath vivaan vrinda vrushali waqar waseem yamuna
yashika yashoda yashwant yogesh yogita yuvraj zaheer zakir zeenat zubair zulfiqar nurul shahida shahnaz rehana rehman
shireen taslima sabiha samia sumaiya farzana faiza hafsa humaira iqra javeria kiran maham mahnoor maria mehwish momina
nimra rabia saima sadia samina sehrish sidra sobia sumera tayyaba tehmina ubaid umair umer usama waleed yasmeen zeeshan
zohaib zubaida kamran kashan nauman noman raheel rameez salman shahbaz shehzad shoaib sohaib talha tauseef wasim yaqub
zafar zahid bibek bikash bishnu dipendra gyanendra kabita nabin prabin rabin sabin sagar samjhana santoshi srijana
sujan chaminda dilshan kasun kumara lasith nimal nuwan ruwan sanath sunethra tharindu thilini upul
""")
# Africa.
_AFRICAN = words("""
abena abenaa abiola abimbola abdoulaye abiodun abubakar achieng adaobi adanna adebowale adedayo adekunle adelaja
adesola adetokunbo adewale adjoa adunni afolabi afua agyeman aissatou ajani akachi akello akinyi akintunde akinwale
akoto alhaji aliyu aluko ama amaka amankwah ameyaw amoako aminu anan ann apiyo asabea asamoah atieno awudu ayesha
ayodeji ayomide azubuike babajide baraka bekele berhanu biniam binta birhanu boniface busisiwe cheikh chiamaka chibuike
chibuzo chidiebere chijioke chika chike chikodi chima chimamanda chinelo chinonso chinwe chinyere chisom chizoba
chukwuemeka chukwuma dagmawit damilola daouda dawit dayo dembe dikeledi djibril dumisani ebenezer efosa ekene ekua
eleni elikem emefa enitan enyonam esinam esther etsehiwot eyram fanta fatoumata fatou feven fikile folarin fode
fumnanya gathoni getachew girma gloria goitom habiba haile hauwa hibist hlengiwe ibironke idris idrissa ige ijeoma
ikenna isatou isiaka ismaila itumeleng jama jomo jumoke juma kagiso kamaria kariuki karabo kareem kebede kehinde
keketso kemi kgomotso khadija khanyi khanyisile khosi kimani kipchoge kiprono kiptoo kipkemboi korede koffi kouame
kudzai kunle kwabena kwadwo kwasi kwesi kwame kweku lebo lebogang lungile lulama lungelo lwazi maame makafui makena
malaika malik mamello marang mariama mawuli mbongeni melaku mesfin moyo mulugeta mumbi mumbua musa mwangi mwende nakato
nangila nasiru naserian ndidi ndubuisi nduta neema nhlanhla njoki nkem nkiru nkosi nneka nnenna nobuhle nokuthula
nomvula nomthandazo nompumelelo nosipho nqobile ntombi ntombizodwa ntokozo nyasha obafemi obioma ochieng odion
ogochukwu ogonna okechukwu okeke okello olaitan olajide olamide olayinka olufemi olufunke olusegun olusola
oluwadamilola oluwakemi oluwatobi omolara omotayo omotola onyeka onyinye osagie osarumen osei osman otieno pelumi
phumzile phindile precious refilwe rethabile rotimi rudo rumbidzai salimata samba sanele sandile sefako sekou selam
selamawit selassie semhar senait seydou shumba sibongile sifiso simbarashe siphiwe sithembile sizwe solomon subira
sukoluhle tafara takunda tanaka tapiwa tatenda tawanda teboho tebogo tekle temi temesgen temwa thandi thandiwe
thandolwethu themba thokozani thulani thuli tigist tinotenda tobi tobenna tochukwu toyin tsepo tshepo tumelo tumisho
uchechi udo ugochi ugonna uzoma vusi wairimu wanjiku wanjala waweru wekesa wole xolani xoliswa yaaba yared yaw yemi
yewande yonas yusra zainabu zandile zanele zinhle ziyanda zola zulaikha aster ayana bezawit desalegn fitsum hana lemlem
mekdes meron rahel saba samrawit tadesse tesfaye tsion worku yohannes zerihun
""")
# East and South-East Asia, Korea's with a hyphen as well.
_EAST_ASIAN = words("""
min-ho ji-woo ji-hoon ji-young ji-yeon ji-hye ji-min ji-soo ji-eun ji-won ji-hyun seo-yeon seo-jun seo-yun seung-ho
seung-hyun seung-min soo-jin soo-min soo-yeon su-bin sung-ho sung-min sang-woo sang-hoon hyun-woo hyun-jin hye-jin
hye-won eun-ji eun-joo eun-hye eun-young yoo-jin yu-na yeon-woo young-ho young-soo young-hee young-jae dong-hyun
dong-wook do-yun do-hyun jae-hyun jae-won jae-ho jin-woo jin-young joon-ho jun-ho jun-seo jung-hoon kyung-soo kyung-hee
kwang-su mi-kyung mi-sook min-jun min-ji min-seo min-jae min-kyu myung-hee na-yeon tae-hyun tae-yang woo-jin chang-min
chul-soo hee-jin in-ho ye-jin ye-rin hyunwoo jiho jihun jinwoo minjung minkyu sooyoung yejin youngho youngsoo donghyun
haneul yoona jisung taehyung seokjin hoseok aiko akihiko akio asuka atsushi ayaka ayako chie chiyo daisuke eiji emiko
etsuko fumiko fumio genji goro hajime hanako harumi haruki haruko hayato hikari hikaru hideo hidetoshi hinata hiroaki
hiroki hironobu hisao hisashi hitomi hitoshi isamu itsuki jiro junichi junko kaito kaoru katsumi kazuhiro kazuki kazumi
kazuya keisuke kengo kenichiro kenta kento kimiko kohei kosuke kouki kumi kyoko machiko mai maki mami mana manabu
masaaki masahiro masaki masami masashi masato masaru masayuki mayumi mikako minako minoru misaki mitsuko mitsuru miwa
miyako mizuki momoko motoko nana nanako naoko naoto natsuki natsumi nobuko nobuo nobuyuki nori noriaki norio osamu rei
rie riko rikuto ryosuke ryuji ryuichi sachiko sadao saki sakurako satomi satoru sayaka sayuri seiji setsuko shigeo
shigeru shiho shin shingo shinichi shiori shiro sho shohei shota shunsuke sora sosuke sumiko susumu suzume tadashi
taichi takako takahiro takao takayuki takeo taku takuma takumi takuya tamiko taro tatsuya tetsuo tetsuya tomohiro
tomoki tomoya toshiko toshio toyoko tsubasa tsuneo tsutomu yasuhiro yasunori yasuo yoshi yoshiaki yoshie yoshihiro
yoshikazu yoshimi yoshinori yoshio yosuke yuichi yuina yuito yukari yuka yukie yukihiro yukiko yukio yumeko yusuke yuta
yutaka yuto yuuki adisak amnat ampai anan anchalee anong anucha apichat apinya aroon arthit boonmee boonsri chaiyaporn
chaiwat chalerm chanchai chanida chatchai chokchai chonthicha chutima jaruwan jirapat kamol kanchana kanokwan kittisak
kittipong kraisak lalita manop mongkol nanthida naree narong natcha natthapong nattapong nattaya niran nonglak noppadol
nuttaporn orawan panida panya parichat patcharee phailin phichai piyanut pimchanok pongsak pornchai pornthip prachya
pranee preecha puchong ratana rattana sakda sakchai samart saowanee sarawut sawat sirichai sirikit sombat sombun
somboon somjai somkiat sommai somporn somsri somying sopha sudarat sukanya sukhon sumalee sunisa supachai supatra
surachai surasak suriya sutthida tanawat thanakorn thaksin thawat theerapong thongchai ubon urai vanida virote wanchai
wanida wanpen warunee wattana weerachai wilai wirat worawut yupa ailin aishah aminah anuar arif azlan azman
azizah azura fadhil fadzil faizal farhana fauziah hafiz hafizah hajar halimah hamidah haziq hidayah ilham izzat izzati
jamaludin kamarul khairul khairunnisa liyana mazlan mohd muhamad mustaqim nabila nabilah nadhirah najwa nazri noraini
noraziah norazlina norhayati norliza nurul nuraini nurhaliza nursyafiqah rosli rosmah roslan rosnah ruslan safiah
salmah shafiq shahrul shamsul siti suhaila suraya syafiq syahirah syazwan wahidah yusof zainal zaleha zarina zulkifli
agung andi anggun anisa aprilia ari arief arini aryanto asep ayu bagus bambang bima cahya cahyono citra darma dedi
deni dwi dyah edi endah endang erna fajar fauzi febri galih gilang gita gunawan handoko hanif hartono haryanto hasan
heru hesti ika indra inggrid intan irfan irma joko kurnia laila lilis lukman melati nanda ngurah ningsih
novita nyoman oktavia pramudya puspita putra putu rahmat rangga ratih ratna retno rian ridwan rini riska rosdiana rudi
sekar setiawati sinta sri sugeng suharti sulastri supriyadi suryani susanti susilo sutrisno taufik teguh tiara titin
tuti untung utami wahyu wahyuni widya wulan yanto yayan yudi yuli yulia yuliana yuniarti yusup bayani bituin
crisostomo dalisay danilo divina efren ernesto evangeline ferdinand florante gemma imelda jejomar jhun jomar jonalyn
jovelyn junjun ligaya liwayway luningning luzviminda magdalena marites maricel maricar marilou marivic marlon melchor
michelle nenita nilda nimfa norberto perlita reynaldo rizalina rodrigo rogelio romeo rosalinda rowena teodoro virgilio
wilfredo bich chau chinh dao diem diep dinh duc duyen giang gia hanh hau hoai hoang huyen khang khoa kieu kim
lam linh minh nga ngan nghia ngoc nguyet nhan nhi nhung nhu oanh phat phuc phung quan quoc quyen quynh
suong thach thanh thien thinh tho thom thoa thuan thuy tien toan trinh trong truc truong tuyen tuyet
uyen vien vinh vu vuong
""")
# The rest of Europe, Latin America, the Near East.
_OTHER = words("""
adrien agathe alban albin aleksei aleksandra alessia alessio alfonso alicja aline alois amandine ambra anaelle andreea
andreas angelika anja anneliese annelies anouk antoine antje anton apolline arjen armando arno arthur astrid aurelie
aurelien axelle baptiste barbora bartek bastien beata beatrice benedikt benedetta bernd bernhard birgit bjarne bozena
branko brigitte bruna caio camilo carmela cecile cecilia cedric celia chiara christelle christiane christophe clarisse
clement clothilde concetta corentin corinne cosimo cristina cyril dagmar dagny damien danica daniela danuta dariusz
davide davor delphine denise desislava detlef diederik dieter dimitar dimitrios dimitrije dorian dorota eberhard
edita egon einar eirik ekaterina elena elisabetta elke elodie eloise emil emilia emilio enrique enzo ernst estelle
etienne eugenie ewelina fabian fabien fabio fabrice fabrizio felicia felipe filippo fleur florian florin francois frank
franz frederik fredrik friedrich gaelle gael gaetan gabor gabriele gabriela gaspard gauthier gennaro georgios gerard
gerd gerda gergely gerhard ghislain gianluca gianni gilles giovanna gonzalo gosia greta grigore grzegorz guido
guilherme gunther gustav gustavo hannes hannelore harald hedwig heike heiko heinrich heinz helga helmut henrik henrique
hermann herve hildegard holger horst hubert hugues ignacio ilse ines inge ingeborg ingrid ioana ioannis ion ionut irena
irina isabelle isidora istvan ivana ivo ivona izabela jacek jacques jadwiga jadranka jan janez janina janusz jaroslav
jaroslaw jasmina jean jelena jens jeroen joana joao joaquin joelle joerg johann johanna johannes jolanta jonas jordi
jorg josef josefa josip jovan jozef judit julien juliette jurgen jutta kacper kaja kamil karel karin karl karolina
katalin katarina katja katrin kerstin kinga klara krystyna krzysztof laetitia laszlo laurent lea leandro leif leonie
leonor leopold leszek ljiljana ljubica lorena loic lotte louise lucie ludmila ludovic ludwig luigi luisa luka lukas
lutz lydie maartje maciej maddalena madalena maja malgorzata manfred manuela manuel marcin marcello margot margarida
mariano marianne marija mariusz marlene martin mathias mathilde mathis matthias maud mauricio maurizio maxime mette mia
michal michele miguel mihail mihaela mikael mikhail miklos mila milan milena miljan milos mira mirela mirjana mirko
mladen monica monique moritz nadine natasa natacha nathalie nebojsa nicolai nicolae nicolas nicole niels nikolaus
nikolina nina noemie norbert odile oleg olivier ondrej orsolya oscar osvaldo ove paola paolo pascal pascale
patrice patrik patrycja pauline paulina pavel pavla pedro pekka penka petar petra philippe pia pierre pilar predrag
przemyslaw quentin radek radka radoslaw radu rafaela rainer raluca raphael raul reiner remy renaud renate ricardo
rodolphe roger romain romane rosalia roxana rudiger ruxandra sabine salvatore sandor sandra sanna saskia sebastien
selma serge sergio severine sigrid silke silvia silvio simone slavica slobodan snezana solene solveig sonja sophie
stanislav stanislaw stefania stefano steffen steinar stephane stijn sven svetlana sylvain sylvie sylwia szymon tadeusz
tamara tatjana teodora thierry thorsten tihomir timo todor tomas tomasz tommaso torsten ulrich ulrike ursula uwe vaclav
valentin valerie valeria vanja vasile vasilis veronique vesna viktor viktoria vincent violeta virginie vit vlasta
vojtech volker waltraud wiebke wieslaw wilhelm wim witold wojtek wolfgang xavier yannick yann yelena yevgeni yvan yves
yvonne zbigniew zdravko zeljko zlatko zofia zsofia zsolt zuzana alvaro agustin anselmo aracely arturo aurelio benito
bernardo carlota catalina consuelo cristobal efrain elvira esteban evangelina fabiola facundo federico fermin
florencia francisco gaston genaro gerardo gilberto graciela griselda guadalupe heriberto hernan hilario hipolito
horacio humberto isabela isidro itzel ivonne jacinto jairo jazmin jimena joaquina josefina julieta lautaro leticia
lisandro lucero luciana luz macarena maite marcela marcelo maribel maricela marisol martina matias mauro maximiliano
micaela mireya moises nayeli nestor nicanor nieves noelia norma octavio oswaldo pamela paloma pascual paulo
ramiro ramona raquel rebeca renato reyna rigoberto rocio rodolfo rodrigo rogelio romina salvador santino saul
soledad susana tadeo ulises valentino vicente xiomara yadira yesenia yolanda zulema thiago joaozinho caetano
davi eduarda heitor isadora larissa luana luiza mariana matheus murilo nicolly otavio pietra rayssa sofia thais tiago
vinicius vitor yasmin abdulaziz abdulrahman abdelaziz abdelrahman abdurrahman abeer ahlam alaa amjad amr anas arwa
asala ashraf aya aziza bahaa basma batoul bayan bushra dalal dana dania diaa dima duaa eman essam fadwa faten fatin
fayez feras firas ghadeer ghassan haya hazem heba hesham hiba hisham hoor hussam ibtisam iyad jawad jood jumana kareem
khalil lamis leen luay lujain maha maher mais majd majed manal marah mayar mazen mohanad muath mutaz muayad nadeen
nader nadim nahla najla nasreen nawaf nayef nidal nouf ola omaima osama qais qusay raed raghad rahaf rakan rand raneem
rasha rawan razan reham riham rimas riyad ruba rula saja samah sami sanad shaden shahad shaimaa shatha sherif sondos
suha sulaiman suleiman tareq tarek thamer turki wissam wajdi yazan yazeed zahra zaina ziyad ahmet alper aylin ayten
aysel aysun baris bayram berk bora bulent burak burcu busra canan cem cemal cemre ceren deniz derya dilek ece ebru elif
emir ender engin ercan erdem erhan erkan erol ersin esin fadime ferhat feyza filiz gamze gizem gokhan gonul gulay
gulsen gulten halil hande hasan hulya huseyin ilker ilknur irem ismet kaan kadir kemal kerem kubra levent meltem merve
mesut metin muge murat nazli necati nermin nilgun nuray nurcan okan onur orhan osman ozan ozge ozlem pelin
pinar ramazan recep sebnem selin semih serap serdar serhat serkan sevgi sevim sibel sinan songul suleyman tarkan
tolga tugba tulay tuncay turgut umit umut volkan yasemin yigit yusuf zehra zeki zeliha zeynep afsaneh alireza
amirhossein arezoo arman armin atefeh bahar behrouz bijan ebrahim elaheh elham fariba farnaz farzad farzaneh fatemeh
ghazal gholam golshan hamed hamid hamidreza hengameh hossein iraj jafar javad kamyar kian kimia kourosh laleh leyla
mahdieh majid mandana marjan masoud maziar mehran minoo mohsen mojgan mojtaba morteza mostafa narges nastaran negar
neda nima parvin pejman pooneh rahim reyhaneh rostam saeid samaneh sanaz sara sepideh shabnam shahin shahla shahrzad
shiva sima simin soroush tara touraj vahid yalda zhaleh noa yael tamar ayelet shira hila moran maayan inbal sharon liat
limor orly galit sigal keren meirav osnat avi eitan amit gil ido itai lior nadav nir omer oren ori ronen roi shlomo tal
tomer uri yair yaakov yehuda yoav yosef yossi zeev moshe chaim menachem mordechai avraham shimon baruch dov tzvi chana
rivka rochel devorah miriam leah
""")
FIRST_NAMES = _ENGLISH | _SOUTH_ASIAN | _AFRICAN | _EAST_ASIAN | _OTHER

# First names that are words as well: next to them the surname must be one.
AMBIGUOUS_FIRST = words("""
blessing precious gift favour patience comfort prudence fortune beauty innocent wisdom lucky goodness marvelous praise
promise godwin happiness gladness perpetual sunday friday monday wednesday loveness memory talent prosper justice
liberty honest clever lovemore givemore nomore heather
""")

SURNAMES = words("""
ndlovu dlamini nkosi khumalo mthembu zulu sithole mkhize mokoena molefe mahlangu ngcobo cele buthelezi zungu nxumalo
shabalala mabaso moyo ncube sibanda dube nyoni mpofu chirwa phiri banda mwale tembo mwansa mulenga chanda kamara kargbo
sesay conteh koroma bangura jalloh barry diop ndiaye gueye faye sarr cisse toure keita coulibaly
ouattara konate sangare camara conde sylla sidibe kouassi kouame yao koffi nguessan adjei agyei agyemang amoah ampofo
ansah appiah asamoah asante asiedu awuah baah badu boakye danquah darko donkor frimpong gyamfi kyei nkrumah ofori opoku
osei oppong quaye sarpong tetteh yeboah abiola adebisi adegoke adekunle adeleke adeniyi adeola aderibigbe adesina
adewale adeyinka afolabi agbaje aina ajayi akande akinola akinyemi alabi aluko amadi anyanwu ayodele azikiwe babangida
balogun chukwu chukwuemeka chukwuma danjuma dike ekwueme emenike eze ezenwa ibe ibekwe igwe ihejirika iwu iwobi kalu
madu mbah nnaji nnamdi nwachukwu nwankwo njoku nwoye obasanjo obi obiora odili ogbonna ogunleye ojo okafor okeke
okereke okezie okoli okonjo okoye olaniyan olawale olayinka oluwole onwuka onyekachi onyeama orji osagie oyelaran
oyedepo salami soyinka tinubu uche udeh ugwu umeh uzoma yakubu kamau kariuki kimani kinyanjui kipchoge kiplagat kiprop
korir macharia maina mbugua muigai mungai muriuki mutua mwangi mwaura mworia ngugi njenga njoroge nyaga nyong odhiambo
ochieng okoth omondi onyango otieno oduya ouma owino wafula wambua wanjala waweru wekesa were abebe alemayehu asfaw
assefa bekele belay berhane desta getachew girma hailu kebede mekonnen mengistu negash selassie tadesse tefera
tesfaye tsegaye worku yohannes abdi farah warsame jama egal nur aden duale mugabe mutasa marufu chikwanha chigumbura
mandela mbeki ramaphosa zuma biko sisulu van-wyk botha pretorius venter fourie steyn coetzee du-toit erasmus
joubert kruger labuschagne le-roux lombard malan marais naude potgieter roux smit swanepoel viljoen visser vorster raza
rizvi naqvi kazmi zaidi abbasi bukhari gilani hashmi jafri mirza qazi qadri shaikh siddiqi chaudhari cheema gujjar
janjua kiani lodhi mughal niazi paracha rajpar rehmani sethi soomro tarar usmani warraich yousafzai bhutto chowdhury
biswas sarkar mondal mandal majumder karmakar paul roychowdhury sengupta barua hazra maity samanta kundu nandi pramanik
pradhan patnaik panda sahoo behera rout swain mohapatra nayak jena reddy rao naik shetye kadam pawar shinde jadhav
gaikwad bhosale chavan deshpande joshi kulkarni gokhale apte bapat phadke ranade sathe tambe thorat wagh
yadav chauhan rajput solanki parmar rathod makwana vaghela gohil zala jadeja rana thakor prajapati suthar lohar panchal
mistry nathwani thakkar kotecha mehta doshi gala savla shah sheth vora zaveri parekh kapadia irani daruwala
menon nambiar nair panicker kurup pillai thampi unnithan varma warrier iyer iyengar subramanian venkatesan
murugan selvam raman krishnamoorthy balasubramanian chidambaram govindarajan jayakumar karuppiah muthusamy palaniappan
perumal ramalingam rajendran sundaram thangaraj vaidyanathan vellaisamy gowda hegde kamath shenoy bhat pai kini prabhu
acharya bhandari karki thapa gurung tamang limbu magar shrestha maharjan pokharel adhikari koirala dahal poudel
gautam ghimire khadka basnet bajracharya tuladhar sherpa fernando perera silva jayasinghe jayawardena wickramasinghe
rajapaksa gunawardena bandara dissanayake herath senanayake ratnayake mendis gill sandhu sidhu dhaliwal bains brar
dhanoa dosanjh grewal kang pannu randhawa samra toor virk ng ong tan lim lee goh teo koh chua yeo ang
foo heng quek soh wee chew chong choo ho kwek lau leong loh mok ooi phua poh quah seah seow siew sng tang
teh thng tham yeoh yong cheong cheung chow chui fung kwan kwok lai lam leung lo luk lui ngai pang poon shum
siu sze szeto tam tsang tsui wan wong wu yam yeung yiu yuen yip nguyen tran le pham huynh vo dang ngo duong
ly dinh doan trinh truong dao luu phan vuong abdullah abu-bakar ismail ibrahim othman hamid rahman salleh yusof
aziz razak hashim jaafar kassim mahmud mansor nasir omar osman ramli said samad zakaria binti sihombing simanjuntak
nasution lubis harahap tanjung sinaga purba manurung silalahi panjaitan gunawan halim hartono kusumo salim wibisono
setiadi sutanto hermawan santos reyes cruz bautista ocampo garcia mendoza villanueva ramos aquino castro rivera
francisco dela-cruz de-guzman de-leon del-rosario pascual santiago mercado navarro valdez soriano velasco manalac
dimaano sasaki kato yoshida yamada yamaguchi matsumoto inoue kimura hayashi shimizu yamazaki ikeda hashimoto
yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii saito sakamoto endo aoki fujii
nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada tamura takeuchi kaneko wada nakayama
ishida ueda morita hara shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai
takada fujimoto takeda murata ueno sugiyama masuda sugawara hirano otsuka kojima chiba kubo cho yoon jang han seo
shin kwon hwang ahn hong jeon ko bae baek heo nam noh kwak sung cha joo woo koo ryu jin
""")
