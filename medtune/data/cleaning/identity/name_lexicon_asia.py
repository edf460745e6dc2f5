"""First names and surnames that the other lists lack, most of them of South Asia, where many who answer live."""

from __future__ import annotations

from medtune.data.cleaning.identity.name_words import words

FIRST_NAMES = words("""
aakanksha aastha abdelhamid abdur abhijeet abhik abhinandan abida adama afreen afroz afzal ahsan ajinkya akanksha
akbar akhilesh akram aliya altaf amitava ammar amruta anbarasan anbu anindita anirban anis aparajita aqeel aqsa
aravind arbaz areeba arindam arpan arslan arul aruna asad ashan ashfaq aswathy atanu ateeq atif atiqa avik ayaz ayub
azam azhar babar baishali bakhtawar balamurugan bappa barathi barnali basavaraj basit benazir bhagyashree bhargavi
bhavani bhavik bhushan bhuvana bhuvaneswari bidisha biju bilqis binu boopathy chaitali chamara chandrashekar chathura
chhaya chintan chiranjit danish dasari dayanand debasish debjani devaraj dhanalakshmi dhanasekaran dhaval dhruti
digambar dilawar dilmaya dilshad dinusha dipankar diptiman doddappa durai ebere ehsan elango ezhil fabiana faheem
fahim faizan fakhar farhat fayaz fazal fouzia funmi gajanan gajendra gangadhar gautami gayan gbenga geetha ghazala
ghulam gnana gomathi govindaraj govindasamy grigory gulzar haider hameed hammad hania harbhajan hariharan haris
haritha haroon haseeb hassaan himani hira hiral iftikhar ihsan ijaz ikram ilango imtiaz inayat ishaq ishrat israr
isuru jabeen jagan jamil janani janki jasbir jayanta jayaram jegan jeyanthi jide jigar jitesh jobin jomon jothi
joydeep jyothi kakali kalai kalaiselvi kalpesh kamaraj kanagaraj kannan karpagam karthikeyan kasturi kathir kausalya
kauser kedar kempegowda khalida khurram khursheed kinjal kinza kiruba kobina kokila koteswara koushik koyel krithika
krunal kshitij kulsoom kulwant kumaran kumaravel kuntal lakhwinder lakmal lakshmana lakshmanan lalitha latha leelamma
liaqat logesh luqman madhumita mahadev mahalakshmi maheswari mahira mahua maithili malarvizhi mallikarjun manas manasa
mangala manikandan manimegalai maninder manohar mansoor mansour maqbool maqsood mariamma mariappan masood mateus
mathivanan mazhar mehboob mehnaz meraj misbah mitesh mobin mohana mohanraj mohsin moin moosa moumita mubashir mudassar
mugdha mugilan mujtaba muneeb munir murtaza murugan musarrat mushtaq mustansir muthukumar muthulakshmi muzaffar
nabanita nabeel nachiket nadeesha nadir naeem nagalakshmi nagaratna naheed naila nalini nandhini nandkishor narasimha
narasimhulu narayana naseem nasir natarajan naveed nayab nazia nazir neelofar nehal netra niaz nighat nikunj nimesh
nirav nishant nithya noha nosheen nusrat obaid padmavathi padmini palani pallab pandian parameswari parimal parimala
partha parvaiz parvathy pemba periyasamy perumal pervaiz phurba pinaki pinal piyali ponni ponnusamy poongodi pournima
prabha prabhat prabir pradeepa pragati prakasam prasanna prasenjit prateek premalatha priyantha prosenjit pugazh
punitha qadir qaiser qudsia rabab radhakrishnan rafia raghavan raghavendra rahat rahila rajal rajalakshmi rajappan
rajasekar rajasekaran rajendran rajeswari rajyalakshmi raktim ramakrishna raman ramana ramandeep ramani ramasamy
ramegowda rami ramkumar ranganayaki rangasamy ranjith rathi rauf ravichandran ravikumar razia rehan remya revathi riaz
riffat rishabh rizwana rohith ronak rukhsana ruqaiya rutuja saadia sabari sabarinathan sabitri sachi sachini sadaf
sadashiv safdar safia saikat sailaja saju sakina salahuddin salwa sambasiva samreen sanaullah sanduni sangeetha
sangita sania sanjeewa sanjivani sankar sankaranarayanan santanu santhosh saqib saraswathi sarfraz sarika sarwar
sasikala sasikumar sathish sathya satyanarayana savithri sayantan sejal selvakumar selvam selvaraj selvi senthil
senthilkumar shafaq shagufta shahzad shaista shaji shampa shanmugam shanmugapriya shanthi sharanya sharmistha shaukat
shazia shehnaz sheraz shibani shibu shital shivakumar shivanna shrinivas shubhada shwetha siddaraju sirisha sisir
sitaram sivakumar sivaraman sivasankari soumen sowmya soyeon srabani sravani sreeja sreejith sreekumar sreelatha
srilatha srinivasa srinivasan srividya subba subbulakshmi subhankar subhas subramani subramaniam sudeshna sudip sughra
sugumar suhail sujatha sujith sukumar sumaira sumalatha sumanta sumita sumithra sundaram sundari suneetha sunitha
suparna supratim sushmita sutapa swagata swaminathan swapan swathi tahira taimoor taiwo tanzeela tapas tapasi tasneem
tayyab tejaswi tejinder thamarai thangam thangaraj thenmozhi thilaga thimmaiah thirumurugan tirupathi touseef tridib
trung tsering tuhin tukaram ubaldo ulfat umamaheswari umar urooj uzma vadivel valarmathi valliammai vamsi vanitha
varinder vasantha vasuki vedavalli veeresh velmurugan velu venkataraman venkatesan venkateswaran venkateswarlu vetri
vignesh vijayalaxmi vijayan vinitha vinodhini vishnupriya vishwas viswanath viswanathan vithal wafaa waheed wahid
wajid walaa yadagiri yaqoob yashodha yasser yesha yousaf yuvaraj zahida zakia zareen zeina zia zohra zoya
""")
SURNAMES = words("""
abeysekera achari acharjee adak adiga agrahari ahluwalia aithal aiyar ajgaonkar alluri amaladas amarasinghe ambani
ambedkar ambekar amperayani anandan annadurai arumugam arunachalam atwal awasthi azmi bagchi bagui bajpai balaji
balasubramaniam ballal bandaranaike bandaru bano bansal baruah barve basak battula bhadauria bhadra bhagwat bhalerao
bhandarkar bhandary bharathi bhargav bhati bhattacharjee bhattarai bhave bhide bhosle bhowmick bhowmik bhuiyan bhullar
bisht biswal boddu bokhari borah chahal chakladar chakravarti chakravarty chandel chattopadhyay chaturvedi chavda
chawla chettiar chetty chilukuri chinnaswamy chishti chitale chouhan dandekar dasari datar debnath devarajan dhara
dharmalingam dhumal dobariya dodiya dongre durairaj dutt eapen ekanayake elangovan faruqi faruqui fonseka gadde gadre
gahlot gahunia gajjar ganesan gangopadhyay ganguli garikapati gawande gehlot ghaffar ghai ghauri ghorpade ghoshal
ghuman gnanasekaran godbole gogoi gohel gondal gooptu gopalakrishnan goraya goyal gudipati hamdani handa haque
hazarika hebbar hirani hiremath holla hoque hundal inampudi ingale iyappan jambhale jangid jatoi jayachandran
jayaprakash jayasuriya jeyaraj jhutty jilani jindal jonnalagadda juneja kachhadia kadiyala kahlon kalra
kalyanasundaram kancharla kandasamy kansara karandikar karanth karunaratne katiyar kayani kesarwani kesavan keshari
ketkar khaira khalid khanal khandekar khatri khattak khatua kheni khokhar khwaja kochhar kolhatkar kolli kommineni
koneru krishnaswamy kshirsagar kulal kulshreshtha kumara kumaran kumaraswamy kumawat kuriakose kuruvilla kushwaha laha
lahiri lakshmanan lalani landge lashari leghari lehal limaye limbachiya liyanage lodha loganathan maddali madhyastha
mahadik mahalingam mahapatra mahendran maitra malakar mallick mallik mallya malvankar mandava manickam marathe
marimuthu mathai meenakshisundaram mehendale mehra mehrotra mengal modak mohite mudaliar mukherji munasinghe mungekar
murugesan muthuswamy mutyala nagar nagaraj nagarkar nagra nallamothu nallasamy nambisan nanavati narasimhan
narayanasamy narendran natesan natu neupane nigam nimbalkar nimmagadda nirwan orakzai padhiyar pakrashi paladugu
palaniswamy palit pandharkar pandian panikkar parida parkar parthasarathy pasupuleti patankar patgaonkar pathak patra
pattnaik patwardhan peiris pendse periasamy perumalsamy phukan phule phull pirzada pisharody poddar ponnusamy ponraj
porwal pothula prabhudesai pracha purewal purohit quraishi rabari rachakonda radhakrishnan raghunathan rai rajamani
rajaram rajasekaran rajpurohit rajvanshi ramachandra ramanujam ranasinghe ranatunga rangappa raut ravindran ravuri
reddi rokade roychoudhury sabnis sadasivam sahni sahota saikia salunkhe samaddar samal samaraweera sambandam sanghavi
sankaranarayanan sankhla santhanam santra sapkota saraswat sardar sardesai sasidharan sasmal sathyanarayanan satpute
sattar savani selvaraj senapati senaratne senthilkumar seshadri shanbhag shankaran shanmugam shastry shekhawat shelar
shenoi sheraz sherazi shirke shivalingaiah shome silwal singhal singla sinharoy sircar sisodia sivakumar sivanesan
sivaraman sivasubramanian sodhi sonawane soundararajan sreedharan srivastwa subbiah subedi subramani sukumaran
sundararajan sunkara suryavanshi sutar sutaria sutradhar tadepalli talpade tarafdar thangavel thapar thiagarajan
thirumalai thirunavukkarasu thite tomar trehan tripathy tummala udupa ujjwal unnikrishnan vadera vadlamudi vaishnav
vakil vangala vashisht vasudev vasudevan vaze vedachalam veeramachaneni veerappan velayudham vellaichamy velusamy
venkatachalam venkatesh vijayakumar vijayaraghavan virdi vishwakarma wadekar waghmare wagle warsi wattoo weerasinghe
wijeratne wijesinghe yalamanchili yarlagadda yousaf yusufzai zardari
""")
