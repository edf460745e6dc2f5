"""First names and surnames of many countries, without accents, that the census of 1990 lacks or ranks low."""

from __future__ import annotations

from medtune.data.cleaning.identity.name_words import words

FIRST_NAMES = words("""
jun ken min hui xin ying mei ling hong jing feng lei qing rui shan tao wen xiao yan yang yi yong yun zhen akiko
ayumi chihiro emi hana hideki hiro hiroko ichiro kazuko kazuo keiko kenichi kiyoshi koji kumiko makoto mariko
masako masao megumi michiko midori miki miyuki naomi noriko reiko ryo ryota satoshi shinji shizuka shoji tomoko toru
yasuko yoko yoshiko yuko yumiko dae eunji haeun hyejin jae jihoon jihye jimin jisoo jiwoo jiyoung junho minho minjun
minseo sangho seojun seoyeon soojin sungmin yuna anh binh bao cuong dat dung hai hien hieu hoa khanh lan loan nam
phuong quang quoc tam thao thi thu trang trinh tuan van viet vinh xuan agus ahmad aisyah bayu budi dewi dian
eko farah fitri hendra indah iwan joko kartika lestari maya nur putri rina rizky siti slamet sukarno wati wayan
yanti achara anong chai kanya malee niran nong ploy prasert siriporn somchai somsak suda suchart supaporn wichai
abbas abdel abdelkader abdi adel adnan afaf ahlam amal amani anwar asma ayman aziz azza badr bashir bassam dalia
dina fadi fahad farid farida fouad ghada habib hadi haifa hala hanan hani haitham hoda hossam huda iman ismail jalal
jamila kamal khaled khadijah laila lamia lina lubna mahdi majid malak marwa marwan maysa mona mounir muna nabil
nada naima najib nawal nazanin nizar omran othman rabia rafiq ramzi rana rashida reem rima rola saad sabah sabrina
sahar said saeed salah saleem salim sameh samir sanaa sara shadi shahid shaima soraya souad sultan taha talal tamer
walid wafa wael yahya yara yasir yasmine younes youssef zaid zeinab ziad zineb arash ardeshir azadeh babak behnaz
bahram cyrus farhad fereshteh golnaz hooman kaveh ladan laleh mahnaz mahsa maryam mehdi mehrdad mina mitra nasrin
niloufar niloofar omid payam pouya ramin roya saman setareh shahram siavash soheil tahereh yasaman abebe abeba
adaeze ade adebola adeola adwoa afia akua akosua alemu almaz ama amadou aminata anele asante awa ayanda ayo ayodele
bongani bukola chiamaka chidinma chioma chukwudi dalmar desta ebele efua ekow emmanuela ebuka esi eshe folake
folasade funmilayo gugu hirut ifeoma ifeanyi ikechukwu ikenna imani jabari jelani kamau kelechi kofi kojo kwabena
kwaku kwasi lerato lindiwe makena mandla mamadou mbali mercyline moussa mpho muthoni naledi nana nandi nkechi
nkosana nnamdi nomsa nonso njeri nyambura obi obinna ogechi olabisi oluwaseun oumar ousmane palesa sade sefu seun
sibusiso sipho tafadzwa tamba tariro tendai thabo thandeka themba tinashe temitope titilayo tsegaye uche uchenna
wangari wanjiru wambui yaa yetunde zanele zodwa zola alexei alina alyona anatoly arkady bohdan boris daria denis
dmytro ekaterina elena evgeny fyodor galina gennady halyna igor inna irina ivanka kira kirill konstantin ksenia
larisa leonid lidia ludmila lyudmila lyubov maksim margarita marina maxim mikhail nadezhda natalya nikita nina oleg
oleksandr oleh pavel polina raisa roman ruslan semyon sergey slava stanislav svitlana tamara timur valentin
valentina valery vadim vasily vera viktor viktoriya vitaly volodymyr yana yaroslav yelena yevgeny yulia yuriy
zinaida agnes aleksandra barbora bartek beata bozena danuta dorota elzbieta ewa grazyna grzegorz halina henryk iwona
izabela jacek jadwiga janusz jaroslav jaroslaw jerzy joanna jolanta jozef justyna kamil kamila karol kazimierz
krystyna lech lukas maciej magdalena malgorzata marcin mariusz marzena mateusz michal monika pavla przemyslaw radek
radoslaw rafal ryszard slawomir stanislaw szymon tadeusz teresa tomas urszula vaclav vojtech waldemar wieslaw witold
wladyslaw zbigniew zdzislaw zuzana zygmunt adriana ana andreea bogdana ciprian cosmin corina cristian cristina
daniela dana doina dragos florin gabriela gheorghe horia ileana ioana ion ionut iulia laurentiu livia madalina
marius mihaela mircea monica nicolae oana octavian radu raluca razvan rodica silviu simona sorin stefania teodora
valeriu vasile viorel aleksandar bojan branko danica darko davor dejan djordje dusan dusko gordana hrvoje ivo
jasmina jelena jovan jovana katarina ljiljana ljubica luka maja marija marko milan milena milos mirjana mladen
nebojsa nemanja nenad novak olivera predrag radmila radovan sanja sasa senad slavica slobodan snezana srdjan stipe
suzana tijana tomislav vesna vlado zeljko zlatan zvonimir adelina agustin alba alejandra alvaro amparo angelica
antonella araceli arturo aurelio beatrice begona blanca camila candela carmela caterina cecilia cesare consuelo
cristobal dario dolores elisa elisabetta enrique enzo ernesto esperanza esteban estela eugenia fabio fabrizio
federico felipe fermin filippo francisca francisco gaspar gianluca gianni gilberto gonzalo gracia graciela guadalupe
guido gustavo hector heriberto ignacio inmaculada isidro itziar jacinto jesus jimena joaquin josefina julian juliana
julio leandro leonardo leticia lourdes luciana luciano luis luisa luz macarena maite manuela marcela marcelo marcos
maribel marisol maurizio mauricio mercedes miguel milagros mireya montserrat nerea nestor nicolas noelia nuria
octavio paloma pascual paola patricio paulina pepe pilar raffaele ramiro raquel rafael rocio rodolfo rodrigo rogelio
romina rosalia rosario salvatore sergio silvia simone soledad susana teodoro valeria veronica vicente vincenzo
viviana xavier ximena yolanda adriaan aart annelies anouk bas bram cornelis daan frits gerrit hendrik
henk ilse inge ingeborg jaap jelle johan johannes kees klaas koen lieke maarten maaike margriet marieke marloes
merel niels pim renske rinus roos ruud sjoerd stijn teun tijmen wim wouter yvette annika britta christoph dagmar
dieter elke florian franziska friedrich gerhard gertrud gisela gunther hannelore hans hartmut heike heinrich heinz
helga helmut henning horst ilona ingo jochen jorg juergen jurgen jutta karin karl katrin kirsten klaus lothar lutz
manfred markus matthias moritz nadine norbert otto petra rainer reinhard renate rolf rudiger sabine sebastian
sieglinde silke sonja stefan stefanie steffen susanne swantje sybille thorsten tobias torsten uli ulrich ulrike
ursula ute uwe volker walter werner wilhelm wolfgang agneta aksel anneli birgit bo borje eero einar elin erkki espen
eva fredrik frida gudrun gunnar gunilla hakan halvor heikki helge hilde hjalmar ida inger ingvar jari jonas johanna
jukka juha kaisa kari kerstin kimmo kjell kristin lasse leif liv maija malin marja marit markku mats matti mette
mikko minna morten ola olav ove pekka per pernille petter pirjo ragnar rasmus ronja rune saara sanna signe sigrid
sigurd sirpa siv solveig steinar stina tapio terje thor tor tove trygve ulf ulla vidar adele agathe alain
amandine antoine arnaud audrey aurelie baptiste bastien benedicte bernadette bertrand brigitte cecile cedric
christelle christophe clemence corinne damien delphine didier dominique edouard elodie emilie emmanuelle estelle
etienne fabien fabrice francois francoise frederic gaelle genevieve gerard gilles gregoire henri herve hugues
isabelle jacques jean jeanne jerome jocelyne joel josephine julien laurence laurent lea leon louane loic luc lucie
ludovic madeleine marcel margot marie marine martine mathilde maxence maxime melanie michel mireille monique muriel
nathalie noemie odile olivier pascal pascale patrice philippe pierre quentin raphael remi remy rene romain roland
sandrine sebastien severine solene solenn stephane sylvain sylvie theo thierry thomas tristan valerie veronique
vincent virginie yann yannick yves angelos apostolos aris athanasios despina dimitra evangelos fotini georgios
giannis ioanna ioannis katerina konstantina kyriakos lefteris manolis maria marios michalis nikolaos panagiota
panagiotis pavlos petros sofia spyros stavros stelios thanasis theodoros vangelis vasiliki vassilis yorgos ahmet ali
arda asli aylin ayla berk berna burak burcu canan cem cemal cengiz deniz ebru elif emre ender engin erdal erdem
erhan esin fatih feride ferhat filiz gizem gokhan gulsen gunay halil hande hasan hulya huseyin ibrahim ilker ismet
kadir kemal kerem leyla mehtap melek melike meltem merve metin mustafa necati nesrin nevin nihat nilgun nuray nurcan
okan omer onur orhan osman ozan ozge ozlem pelin pinar ramazan recep sabri seda selim sema serap serdar serkan sevgi
sibel suleyman tarik tuba tugba turgut ufuk umit volkan yasemin yavuz zehra zeki zeynep avi avraham chaim dov efrat
eitan eliana eliyahu ephraim gideon hadassah ilan itai menachem merav meir miriam mordechai moshe nechama nir noa
noam ofer oren rivka ronit ruven shai shimon shira shlomo shmuel shoshana tali tamar tzipora uri yael yaakov yehuda
yitzhak yosef yossi ziva aadi aakash abhinav aishwarya ajit akhil alka aman ambika amrita anant anil anindya anjana
ankita ankur anupama aparna archana arpita arvind ashish ashwini avinash ayush bala balaji bharat bharati bhavesh
bhavya bhuvan bina chaitanya chetan chitra daksh damini darshan debashis dev devika dharmesh dhanush dilip dipak
dipika durga ekta falguni gagan gaurang girija gita gopi gurpreet harish harpreet harsha harshad hemant hemalatha
hetal ila indrajit indu ishita jagdish jai janaki jaspreet jaya jayanthi jaydeep jayesh jignesh jitendra kailas
kajal kalpana kamini kanchan kapil karan kartik kaushik keshav ketan kirti komal kripa kumud kusum lalita lavanya
lekha lokesh madhav madhuri mahendra malathi malini mamta mandeep mangesh manisha manjula manpreet maulik mayank
mayur megha milind mithun monali mridul mrinal mukta murali muthu nagesh namita namrata naresh navin navneet neelima
neeraj neeta nidhi nikhila nilesh nimisha niraj niranjan nirmal nirupama nitesh nitya omkar pankaj parag paresh
parul payel piyush pooja poonam prachi pradeep pragya prakriti pranali praveen preethi prema pritam pritesh punam
punit purnima rachana rachna ragini raghu rajan rajani rajashree rajendra rajeev rajkumar rajshri rama ramya ranjan
ranjit rashmi ratna ravindra renu renuka riddhi ritu riya rohan roopa ruchi rukmini sagar sahana sanchita sandhya
sangeeta sanjana santosh sapna saraswati saroj satyam saurabh savita seema shailesh shalini shamita sharad sharmila
shashi sheela shilpa shivam shraddha shrikant shubhangi shweta siddhi smitha snehal soumya sridhar srikanth subha
subodh suchitra sudhir sukanya sulochana sumit sumitra sundar supriya surbhi surendra sushil sushila sushma swapna
swapnil swarna tarini tejal tejaswini trupti tushar uday ujjwal ujwala urvashi usman utkarsh vaibhav vaishnavi
vandita vani varsha vasanth venkatesh vibha vidhya vijaya vikas vimala vineet vinit vinita vipin vipul virendra
vishnu vrinda yamuna yashwant yogesh yogita aisling ailbhe aine bronagh bronwyn brid cathal catriona caoimhe cormac
daithi darragh diarmuid eamon eilidh eimear elspeth ffion fergus fionn fionnuala grainne gwen gwilym iain lachlan
lorcan maeve mairead mhairi morag muireann nuala oisin oonagh orla padraig ronan roisin ruairi ruaridh seamus sinead
siobhan sorcha tadhg una aaliyah braden brayden brynn caden cadence carly cayden colton dakota dashawn deandre
demarcus deshawn destiny ebonie ella emmeline everly gianna hailey haley hudson isabella jace jaden jaxon jaylen
kaden kaelyn kayden kayleigh keisha kendra kiara lakeisha lamar landon latasha leland lilah lillian madelyn maddox
makayla malik marquis mckenna mckenzie mia mikayla nathaniel nevaeh paxton quinton raelynn ryder shanice shaniqua
sienna skylar tamika tanisha tremaine trevon tyrese tyrone zachary
""")

SURNAMES = words("""
zhang wang li liu chen yang zhao huang zhou wu xu sun hu zhu gao lin luo liang zheng xie tang han cao deng feng
xiao cheng yuan jiang cai pan du dai xia fu zhong tian ren fan fang shi yao tan liao zou xiong jin lu hao kong bai
cui kang mao qiu qin gu hou shao meng long duan lei qian abe aoki arai endo fujii fujita fukuda goto hara harada
hasegawa hashimoto hayashi honda iida ikeda imai inoue ishida ishikawa ito kato kikuchi kimura kondo maeda matsuda
matsui matsumoto miura miyazaki mori morita murakami nakagawa nakajima nakano nishimura nomura oda ogawa okada
okamoto ono ota saito sakai sakamoto sasaki shibata shimizu sugiyama takada takagi takeda takeuchi tamura taniguchi
tsuchiya uchida ueda ueno wada yamada yamaguchi yamashita yamazaki yokoyama yoshida yoshikawa ahn bae baek cha choe
chung heo hong hwang im jang jeon jeong jung kwon moon nam noh oh paik ryu seo shin shim song suh yoo yoon yun
chau chu dinh doan duong ho huynh lam luong luu mac nghiem ngo nguyen phan phung quach ta thai thach tieu
ton trinh truong vo vu vuong abad abdul abiola aboud achebe adekunle adeleke afolabi agbaje akande akinyemi alabi
amadi amoah ampofo annan appiah asare asante assefa awuah ayodele babangida balogun banda bangura barry bekele
bediako chikwanha chukwu dangote darko dembele diop dlamini dube ejiofor eke ekwueme emeka eze fofana gebre girma
haile igwe ibe idowu ikpe kabba kamara kariuki kebede keita khumalo kimani kipchoge kipkemboi koroma kouassi kouyate
mabuza madu makeba makoni maina mandela mbeki mkhize mokoena molefe moyo mugabe mugo musa mutasa mutua mwale mwamba
mwangi naidoo ncube ndlovu ndiaye ngcobo ngugi njoroge nkosi nkrumah nwachukwu nyong obasi obi ochieng odhiambo
ogbonna ojo okeke okoli oladipo olatunji omondi onyango opoku osei otieno otoo owino quaye sall sarr sesay sissoko
sithole sowe tadesse tembo tesfaye toure turay uzor wanjala yeboah zulu zuma abbas abbasi afzal ajmal akbar akram
alam alvi amin amini arshad asghar ashraf aslam awan aziz azizi baig bakr bashir bhutto butt chaudhary dogar durrani
farooq fayed ghani ghanem gul habib hakim hamad hamid hamdi hanif haq hashmi hosny iqbal ismail jabbar jafari jaffer
javed kazemi kazmi khalil khatib mahmood mahmoud majeed malak mansoor masood memon mirza moradi mousavi mubarak
mughal munir nadeem najjar naqvi naseem nawaz nazari nouri obaid odeh omar othman parvez pasha qasim qazi rafiq
rahimi rahman rana rashid rasool raza rehman rezaei rizvi sabri sadeghi sadiq saeed safavi salam salem salim salman
sami samadi sarwar sayed shaheen shahid shaikh shafiq sharif sheikh siddique suleiman sultan syed tahir taleb tariq
usman wahab yaqoob younis zaidi zafar zaki zaman acharya adhikari agrawal ahuja apte arya asthana athreya babu
baghel bajaj bakshi bandyopadhyay bapat bahl batra bedi bhagat bhandari bhardwaj bhavsar bhosale biswas borkar
chadha chari chatterji chavan chhabra chitnis dalmia damle datta deb deol desikan devi dey dhawan dikshit doshi
dwivedi gadgil gaikwad gandhi gangadharan gavaskar ghatak gokhale gopalan gopinath gulati guha haldar hariharan
hegde inamdar irani jadhav jaiswal jaitley jhaveri joglekar kadam kamat kamble kapadia kaul kelkar khandelwal khare
khurana kothari kurian lakhani lele madhavan mahanta maheshwari maiti majumdar malhotra manjrekar mathur mazumdar
menon merchant modi mohapatra mondal mukhopadhyay muralidharan naik nambiar namboodiri narayan narula ninan oberoi
ojha palkar panda pandya panigrahi pant parab paranjape patnaik pawar phadke pillay poojary prabhu puthran raina
rajagopalan raju ramaiah ramesh ranade rastogi rathod rawat sabharwal sachdev sachdeva saini samant sanyal saraf
sarkar satpathy sawant sehgal selvam sengar shankar shastri shenoy shinde shirodkar shrivastava sidhu sikka sirohi
solanki subbarao suri swaminathan tagore talukdar tandon taneja tendulkar thakur thapa thomas tilak tyagi upadhyaya
vaidya vajpayee venkat verghese wagh walia warrier yadavendra abramov alekseev andreev antonov baranov belov
bogdanov borisov chernov davydov dmitriev egorov fedorov filippov frolov gavrilov gerasimov golubev grigoriev gusev
ilyin kalinin karpov kiselev kolesnikov komarov korolev kovalenko kovalev kozlov krylov kuznetsov lebedev makarov
markov maximov medvedev melnyk mikhailov mironov morozov moroz nazarov nikitin nikolaev nikolaeva orlov osipov
pavlenko pavlov petrenko polyakov popov romanov savchenko semenov sergeev shevchenko shevchuk sidorov smirnov
sobolev sokolov solovyov sorokin stepanov tarasov timofeev titov tkachenko tkachuk tsvetkov vasiliev vinogradov
volkov vorobyov yakovlev yermakov zaitsev zakharov zaytsev adamczyk blaszczyk bartosz czarnecki dabrowski duda
dudek gajewski gorski grabowski jablonski jakubowski jankowski jaworski kaczmarek kalinowski kaminski kania kozak
kozlowski krawczyk krol kubiak kucharski kwiatkowski lewandowski lis maciejewski majewski malinowski marciniak mazur
michalak michalski nowakowski olszewski ostrowski pawlak pawlowski pietrzak piotrowski rutkowski sadowski sawicki
sikora sikorski sobczak stepien szewczyk szymanski tomaszewski urbanski walczak wieczorek wilk wlodarczyk wrobel
wroblewski wysocki zajac zalewski zawadzki zielinski dvorak havel hajek horak horvath jelinek kadlec kolar kovac
kovacs kral kucera marek molnar nagy nemec nemeth novotny pokorny pospisil prochazka sedlak simek stastny svoboda
szabo toth urban varga vesely zeman babic bosnjak filipovic horvat ilic ivanovic jankovic jovanovic jovic knezevic
kovacevic lukic maric markovic milosevic nikolic novosel pavlovic perisic petrovic popovic radic savic simic
stankovic stojanovic tomic vidovic vukovic zivkovic acosta aguirre alarcon alcantara almeida alonso alves amaral
andrade aragon araujo arce arellano arroyo avila ayala azevedo barbosa barrera barrios barros batista bautista
beltran benitez bermudez bernal blanco borges bravo caballero cabral cabrera calderon camacho campos cano cardenas
cardoso carrasco carrillo carvalho castaneda castro cervantes chavez contreras cordero cordova coronado correa
cortes cortez costa cruz cuevas cunha dasilva delgado delacruz diaz dominguez duarte duran echeverria enriquez
escobar escobedo espinosa espinoza esquivel esteves estrada fajardo faria farias felix ferraz figueiredo figueroa
flores fonseca franco freitas fuentes galindo gallardo gallegos galvan gamboa garza gil giron godoy gomes gomez
goncalves gonzales gonzalez guerra guerrero guevara gutierrez guzman henriquez hernandez hinojosa hurtado ibarra
iglesias jaramillo jimenez juarez lara leal leon lozano lucero lugo luna macedo machado macias madrigal
magalhaes maldonado marques marquez marin martins matias mata matos medeiros medina mejia melendez melo mendes
mendez mendonca mendoza mercado meza miranda molina monteiro montenegro montero montes montoya mora morais morales
moreira moreno mota moura moya munoz murillo nascimento navarro neves nieto nobrega nogueira noriega nunes nunez
ocampo ochoa ojeda olivares orozco ortega ortiz osorio pacheco padilla paiva palacios paredes parra paz pedraza pena
peralta perez pineda pinheiro pinto ponce prado quintana quintero quiroz ramirez ramos rangel rebelo reis rendon
reyes rezende ribeiro rincon rios rivas rivera robles rocha rojas roldan roman romero rosales rosario rosas ruiz
saavedra salas salazar salcedo saldana salgado salinas sampaio sanchez sandoval santana santiago saraiva sepulveda
serrano sierra silveira soares solano solis sosa soto souza suarez tavares teixeira tejada toledo torres trejo
trevino trujillo urbina uribe valadez valdez valencia valenzuela vargas vasquez vaz vega velasco velasquez velez
vera vidal vieira villa villalobos villanueva villarreal villegas yanez zamora zapata zavala zuniga amato barbieri
basile bellini benedetti bernardi bruno caputo caruso cattaneo colombo conte coppola costantini damico deluca
desantis donati esposito fabbri farina ferrara ferraro ferri fiore fontana galli gallo gatti giordano giuliani
grasso greco grassi leone lombardi longo lombardo mancini mariani marini marino martinelli martini mazza messina
monti montanari morelli moretti negri neri orlando pagano palumbo parisi pellegrini pellegrino piras poli ricci
rinaldi riva rizzi rizzo romano rossetti ruggiero sala sanna santoro sartori serra silvestri sorrentino 
valentini vitale vitali adam andre arnaud aubert barbier baron benoit bernard berger bertrand besson blanchard
bonnet boucher bourgeois boyer brun brunet caron chevalier clement colin cordier cousin daniel david deschamps
dufour dumas dumont dupont dupuis durand fabre faure fontaine fournier francois gaillard garnier gauthier gautier
gerard girard giraud guerin guillaume hubert jacquet joly lacroix lambert laurent leblanc leclerc lecomte lefevre
legrand lemaire lemoine leroux leroy lucas marchand martin masson mathieu mercier meunier meyer moreau morel morin
moulin muller nicolas noel olivier perrin perrot petit philippe picard pierre poirier rey reynaud richard riviere
robin roche roger rolland rousseau roussel roux schmitt simon vasseur vincent ackermann albrecht arnold bauer
baumann becker beck bergmann brandt braun busch dietrich engel ernst fischer franke friedrich fuchs graf gunther
haas hahn hartmann heinrich herrmann hoffmann huber jager kaiser keller klein koch kohler konig kraus krause kramer
kuhn lang lehmann lorenz ludwig maier mayer meier moller neumann otto peters pfeiffer pohl richter roth sauer
schafer scholz schreiber schroder schubert schulte schulz schulze schumacher schuster schwarz seidel sommer stein
vogel vogt voigt walter weber weiss werner winkler winter wolf wolff ziegler zimmermann andersen andersson bakke
berg berglund bergstrom bjork blomqvist carlsson christensen dahl dahlberg danielsen ek eklund engstrom eriksen
eriksson forsberg fredriksson gustafsson hagen halvorsen hansen hansson haugen hedlund heikkinen henriksen holm
holmberg jacobsen jakobsson jansson jensen johannessen johansen johansson jonsson jorgensen karlsen karlsson
kinnunen koskinen kristensen korhonen laine lahtinen laitinen larsen larsson lehtonen lindberg lindgren lindholm
lindqvist lindstrom lund lundberg lundgren lundqvist madsen makinen magnusson mattsson mikkelsen moen nielsen niemi
nieminen nilsen nilsson nordstrom nyberg nygaard olsen olsson paulsen pedersen persson petersen pettersson poulsen
rantanen rasmussen saarinen salonen samuelsson sandberg sjoberg soderberg solberg sorensen strand strom sundberg
svensson thomsen turunen vik virtanen wallin wikstrom bakker boer bos bosman bosch brouwer dekker dijkstra dijk
graaf groot haan hendriks hermans hoekstra jacobs jansen janssen jong koning kuiper kok linden meer meijer mulder
peeters postma prins ruiter schouten smeets smit smits veenstra verbeek verhoeven vermeulen vink visser vliet vos
vries willems wit wouters zwart altin arslan aslan aydin bulut celik cetin demir dogan erdogan gunes kaplan 
kaya keskin kilic koc kurt ozcan ozdemir ozkan ozturk polat sahin simsek tekin yavuz yildirim yilmaz yuksel
adamopoulos angelopoulos christou dimitriou georgiou ioannou karagiannis konstantinou nikolaidis papadakis
papadopoulos papageorgiou pappas vasiliou abramovich aronov ben-david cohen friedman goldberg goldman goldstein
greenberg horowitz katz lerner levin levy mizrahi peretz rabinowitz rosen rosenberg rosenthal schwartz shapiro
shapira silverman weinberg aguinaldo aquino castillo catindig cayabyab dela delos dimaculangan evangelista galang
ilagan lacson laxamana macapagal magbanua magsaysay manalo panganiban pangilinan punongbayan quizon salonga sison
soriano tolentino hidayat kurniawan kusuma nugroho prasetyo pratama purnama rahayu santoso saputra setiawan siregar
situmorang sitorus suharto sukarno sulistyo suryadi susanto suwarno tanoto wibowo widjaja wijaya yulianto chaiyasit
charoen jaidee kittikachorn phongsathorn rattanakosin saetang somboon srisai suwan thongchai wongsawat ashworth
barraclough birtwistle braithwaite butterworth cartwright clegg crowther cunliffe entwistle fairclough featherstone
fothergill greenhalgh greenwood haigh hargreaves higginbotham holroyd illingworth kershaw longbottom oldroyd ormerod
pickersgill pilkington postlethwaite priestley ramsbottom rawcliffe rowbotham shuttleworth sidebotham stansfield
sutcliffe tattersall thistlethwaite threlfall thwaite whitworth winterbottom wolstenholme wrigglesworth abernathy
auchterlonie baird buchanan cairns carmichael colquhoun crawford cruickshank dalgleish drummond farquhar farquharson
galbraith gillespie kinnear kirkpatrick lockhart macdonald macgregor mackenzie mackintosh maclean macleod mcallister
mccallum mcdougall mcfarlane mcgrath mcintosh mcintyre mckay mckenna mclaughlin mcnamara mcneil menzies moncrieff
naismith ogilvie pitcairn rennie strachan urquhart bevan blevins cadwallader griffiths gwynne llewellyn lloyd maddox
meredith parry penhaligon powys prosser prothero pugh rhys tregenza trelawny trevithick brannigan brosnan byrne
callaghan cassidy corrigan costello delaney devlin dolan donnelly donovan doherty fahey fallon feeney finnegan
flaherty flanagan fogarty gallagher geraghty hanrahan hegarty hennessy higgins keane kearney keating kehoe kelleher
kiernan lafferty lenihan maguire mahoney mccarthy mcgowan molloy mulcahy mulligan mulvaney noonan nolan ocallaghan
oconnor odonnell odonoghue oflaherty ogrady okeefe oleary omahony oneill oreilly oriordan oshea osullivan otoole
quigley rafferty reilly scanlon sheehan sheridan shaughnessy slattery sweeney tierney timoney toomey twomey whelan
""")
