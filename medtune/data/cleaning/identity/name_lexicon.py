"""First names and surnames as the census of the United States counted them in 1990, with what they lack.

The lists come with the package `names`. A word that is a name and more often a word (Will, Hope, White) is left out of
the plain sets: next to it the other half of a name must be sure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from medtune.data.cleaning.identity import name_lexicon_asia, name_lexicon_more, name_lexicon_world
from medtune.data.cleaning.identity.name_words import words

FIRST_NAMES = name_lexicon_more.FIRST_NAMES | name_lexicon_world.FIRST_NAMES | name_lexicon_asia.FIRST_NAMES
SURNAMES = name_lexicon_more.SURNAMES | name_lexicon_world.SURNAMES | name_lexicon_asia.SURNAMES
_AMBIGUOUS = name_lexicon_world.AMBIGUOUS_FIRST
LETTERS = "A-Za-z\u00c0-\u024f"
_KEPT_SURNAMES = 30_000


def plain(word: str) -> str:
    """Return a word in lower case without accents, apostrophes and full stops: Núñez → nunez, O'Neill → oneill."""
    if not word.isascii():
        word = (
            unicodedata.normalize("NFD", word.replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
            .encode("ascii", "ignore")
            .decode()
        )
    return re.sub("['’.]", "", word).lower()


@cache
def first_names() -> frozenset[str]:
    """Return first names that are no other words, in lower case."""
    return (
        frozenset(_listed("dist.female.first") | _listed("dist.male.first") | _MORE_FIRST | FIRST_NAMES)
        - _WORDS
        - _AMBIGUOUS
    )


@cache
def ambiguous_first_names() -> frozenset[str]:
    """Return first names that are other words as well: Will, Grace, May."""
    listed = (_listed("dist.female.first") | _listed("dist.male.first")) & _WORDS - _NEVER
    return listed | _AMBIGUOUS


@cache
def surnames() -> frozenset[str]:
    """Return surnames that are no other words, in lower case."""
    return frozenset(_listed("dist.all.last", _KEPT_SURNAMES) | _MORE_LAST | SURNAMES) - _WORDS


@cache
def frequent_surnames() -> frozenset[str]:
    """Return those of `surnames` that many people bear."""
    return frozenset(_listed("dist.all.last", 4000) | _MORE_LAST | SURNAMES) - _WORDS


@cache
def ambiguous_surnames() -> frozenset[str]:
    """Return surnames that are other words as well: White, Rice, Long."""
    return _listed("dist.all.last", _KEPT_SURNAMES) & _WORDS - _NEVER


def is_word(word: str) -> bool:
    """Tell whether a word in lower case is known as another word than a name."""
    return word in _WORDS


def _listed(name: str, count: int | None = None) -> set[str]:
    lines = files("names").joinpath(name).read_text(encoding="ascii").splitlines()[:count]
    return {line.split(" ", 1)[0].lower() for line in lines}


_MORE_FIRST = words("""
aadhya aaradhya aarna abha advait advik akshay ananya anika anya arhaan arnav aryan atharv bhavna bhanumati chandra
charu damyanti devansh dhruv diya ekavir farhan gautam gayatri girish hari hema himanshu indira ishaan ishani jairaj
jatin jayant jyoti kabir kailash kalyani kamal kiara krish lalit lata leela madhavi mahesh malini mohan mohit mukul
nakul nandini narendra navya neelam nidhi nirmala om pahal pallavi parth payal prabhu pramod prashant prerna qasim
radha raghav rajiv raju reva rhea rishi ritika rohini rupa rushil sachin sahil saanvi samar sameer sarita shankar
shanti shaurya shivani shobha shruti shubham smita soham sonali srinivas subhash sudha sujata surya tanvi tanveer
tarun tejas trisha uday urmi urvi vaishali vasudha veena vidya vihaan vimal vishal yamini yash yug zara zehaan conor
martyn leigh kieron rhian bethan gethin aled angharad shaun sinead ayaan zain hasan husain khadija maryam omar salma
samira yousef layla karim nasser rashid faisal tariq mariam zahra ali amir reza parisa shirin dariush olena oksana
taras iryna natalia katya anastasia dmitry vladislav marta agata kasia magdalena jakub filip hana petr jiri zdenek
lenka jana miroslav dragan milica ivana nikola goran zoran luka matej sven bjorn astrid ingrid freya lars nils mikkel
soren jens anders erik linnea elsa wout jeroen sander femke sanne joost pieter lotte thijs celine amelie margaux
mathieu thibault guillaume benoit anais manon chloe camille giorgio alessandro giovanni matteo federica ilaria yiannis
nikos eleni kostas dimitris ayse mehmet emine hatice murat yildiz thanh huong linh duc hyun jin soo min ji eun hye
yoon kenta sakura haruka takeshi yumi kaori naoki daichi aarav aarti abdul abdullah abhishek adebayo aditya agnieszka
ahmed aisha ajay akash akira alejandro aleksandr alina amara amina amit amita anand andrei andrzej aniket anil anita
anjali ankit anneke antonio anuj arjun arun asha ashok asif ayesha babatunde bartosz beatriz bilal bogdan carlos
chiara chidi chinedu claudia deepa deepak deepika devi dinesh dmitri divya eduardo elif emeka emre esra fatima fatma
fatoumata femi fernando francesca ganesh gaurav geeta giorgos giulia giuseppe gopal guillermo hamza hans haruto hassan
hiroshi hussain ibrahim igor imran ines isha ivan jamal javier jayden jorge jose juan kamala karthik katarzyna kavita
kavya kenji khalid kiran klaus kofi krishna krzysztof kunal kwame lakshmi latoya leila lorenzo luca lucia lukasz madhu
magda mahmoud manish manoj marek mariana mateo meera mei mihai milan minh mohamed mohammad mohammed muhammad mukesh
mustafa nadia naveen neha ngozi nikhil nikita nikolai nisha nitin noor nour nuno olga olumide pablo padma paolo
parvati pawel pedro piotr pooja prakash pranav prasad pratik preeti priya priyanka rahul raj rajesh rakesh ramesh
rania ravi rekha renata rohan rohit roberto sana sandeep sanjay sanjeev santiago sara sasha satish sergei shreya shyam
siddharth simran sneha sofia stefan suman sunil sunita suresh svetlana swati takashi tatiana thuy tomasz tunde uma
usha vandana varun venkat vijay vikram vinay vinod vivek vladimir wei wojciech yasmin yusuf yuki yuri zainab zoe zofia
siobhan niamh aoife eoin cian ciara saoirse sian rhys dylan owen gareth nigel graham alastair hamish fiona imogen
tamsin jemima callum kieran declan ewan craig harriet poppy oliver liam noah mason ethan aiden logan lucas isla ava
harper luna
""")
_MORE_LAST = words("""
balakrishnan bhasin bhatnagar bhargava bhalla boase chandran chandrasekhar chokshi dalal dhar dhawan dhillon dixit
divan dua gandhi garde gill goswami grewal hegde jayaraman johal johri kakar kala kalita kamath kannan karnik kashyap
keer khalsa khosla kohli koshy krish krishna lad lalla loke luthra madan mahajan maharaj mander mani mannan master
mody mistry modi mohanty munshi murthy nagarajan nagi narang natarajan nath oza padmanabhan padmanabha pai palan
panchal parikh parmar patla prabhakar prakash puri raghavan raja rajagopal ram ramachandran ramakrishnan raman
ramanathan ramaswamy ranganathan rattan raval ravi rege reddy salvi sami sanghvi sangha sankaran sarin sarma sarraf
sawhney sehgal sekhon sengupta setty shenoy shere solanki som somani sood soman srivastav subramaniam suresh suri
swamy talwar tak tandon tank thakur thaker thakkar tripathi uppal upadhyay vaidya varghese varkey varughese vasa
venkataraman virk viswanathan vora vohra wable walia wadhwa wali warrior yogi zachariah zacharia hashemi rahimi karimi
hosseini ahmadi mohammadi abdullahi bello mohamed osman yusuf hassan hussein ibrahim farah nasser saleh haddad khoury
mansour nguyễn le tran pham vo dang bui do ngo duong ly agarwal aggarwal ahmed ahmad akhtar ali anand ansari arora
bajwa banerjee basu bhat bhatt bhattacharya bose chakraborty chandra chatterjee chaudhary chaudhry chaudhuri chauhan
chopra choudhary choudhury das dasgupta desai deshmukh deshpande dubey dutta ganguly ghosh goel gupta hussain iyer
iyengar jain jha joshi kapoor kapur kaur khan khanna krishnamurthy krishnan kulkarni kumar kumari lal malhotra malik
mehta mishra mittal mohan mukherjee nair naidu narayanan nayak pandey pandit parekh patel patil pillai prasad qureshi
rajan rajput rao rathore roy saha sahu saxena sen seth shah sharma sheikh shetty shukla siddiqui singh sinha
srinivasan srivastava subramanian tiwari trivedi varma venkatesan verma vyas yadav zaman okafor okonkwo adeyemi
adebayo nwosu okoro mensah boateng owusu diallo traore nguyen hoang huynh kim park choi tanaka suzuki yamamoto sato
watanabe nakamura kobayashi takahashi kowalski nowak wisniewski wojcik szczepanski lukasik ivanov petrov popescu novak
muller schmidt schneider fischer weber wagner hoffmann rossi russo ferrari bianchi silva santos oliveira pereira
garcia martinez rodriguez lopez
""")
# Ambiguous, but with a capital next to a surname that is a word as well still rather a name: Frank Young.
MOSTLY_NAMES = words("""
frank victoria jack jordan austin madison savannah chelsea virginia carolina georgia sydney adelaide florence ruby
rose lily violet ivy hazel heather grace robin dawn april june amber crystal pearl eve joy bill mark drew grant chase
mason carter hunter cooper harper parker taylor tyler scott allen dean glen jay ray bob art rod brandy candy daisy
ginger olive penny rosemary sandy summer autumn melody miles neil pat paige rusty sage stone victor will heath ernest
gene
""")
# Names that are other words in the talk of patients and doctors, or of everybody.
_WORDS = words("""
university college institute foundation medical centre avenue disease syndrome candida albicans aloe vera topical
angelica sinensis willebrand chloride forte conti factor human screen fraction double arab a ace acre african ago aid
aids ailing alas alike all allen alley alone along always am amber amen american an and angel angry any april arch are
arm armour arms art as ash asia at august autumn away axe back bad badger bail bailey baker ball band banks bar barber
bark barn baron bass bates battle bay be beach bean bear beard beat beck bee been beer begin bell belly belt bench
bend best better big bill bird bishop bit bite black blade blank blind block blood bloom blow blue boat body bolt bond
bone book boot booth born boss both bottom bow bowel bowels bowen bower bowl box boy boys brace brain branch brand
brandy brave bread break breath breeze brew brick bride bridge bridges briefs bright bring brook brother brothers
brown browning bruise bruises brush buck bud bug bull bump bundy burden burn burns burst bush bust butcher butler
butter button buyer by bye cage cake call can candy cane cannon cap cape car card care carpenter carry carver case
cash castle cat cell center chair chance chandler change chapel chapman charge charity chart chase chat cheek cheese
cheer chest chew child childers children chin chip choice christian church city clam clay clean clear clerk clever
click cliff close cloud club coach coal coat code coffee coffin cold collar colon come comfort compton con constance
content cook cool cooper cope copper cord core corn corner cost cotton couch cough could count counts country court
cove cover cow cox craft cramp crane cream creek crisp cross crow crown cruise crystal cup cure curry curse cut dad
daily dairy daisy dale dam damp dark dash data date dawn day days dead deal dean dear death decker deep deer delight
delta den dent dial diamond dick diet digit dip dirt do dock doctor doe dog doll dollar done door doss doubt dove down
downs drain draper draw dream drew drinks drive driver drop drum dry duck due duke dull dunn during dusk dust dusty
duty dyer each eagle ear early ease east easy ebony echo edge eight elder else em ember emergency end english ernest
eve even ever every eye fair faith fall falls family far farmer fast fat father favor fay fear feather fee feel
feeling felt fern fever few field fields fight fill fin fine fink finger fire first fish fisher fist fit five flag
flank flash flat fleet flesh flint flood floor flora flower flowers flow fly fog fold folks fond food foot for force
ford fore forest fork fort forth foster found fountain four fowler fox frame france frank free freed freeze french
fresh friend frost fuller fun fur furnace gain gale gall game garden garland garment garner gas gate gates gay gear
gene general gentle gift gill ginger girl give glad glass glen glory glove go goal god gold golden good goode goods
goose gore gown grace grade grain grand grant grass grave graves gray great green greer grief grim grip groom gross
ground grove grow guard guess guest gum gun gust guy hail hair hale half hall hammer hand handy happy harbor hard
hardy harm harmony harness harp harsh hart harvest haste hat hatch have haven hawk hay hazel head heads heal health
heard heart hearts heat heath heather heel held hell help helps hem hen her herb herd here herring hers hide high hill
hint hip his hit hold holder hole hollow holly holm holt home honey hood hook hope hopper horn horne horse hose host
hot hour house how hub hunger hunt hunter hurt husband huss i ice idle ill im in inch ink inn ion iris iron is island
it its ivory ivy jack jade jar jaw jewel job jobs joint jolly joy judge juice july june junior just justice keen keep
kelp kettle key keys kick kid kidd kidney kids kill kind kindly king kings kiss kit kitchen kite knee knight knot know
known lab lace lack lad lady lake lamb lame lamp land lane language lap large lark lash last late latex law lawn lay
lead leaf lean leap least leather leave leek left leg legs lemon lens less let letter level lie life light like lily
limb lime line lip list little live liver living loan lock lodge loft log long look loose lord loss lot lots loud love
low luck lucky lump lung lungs lush lust lyme lymph mad made maid mail main major maker male mall malt man manner many
maple march mark marker marks marrow marry marsh mask mason mass mast master mat match mate matter may mayo me meadow
meal mean means meat med medal medley melody melon men mental mercury mercy merit merry mesh mice middle might mild
mile miles milk mill miller mills mind mine minor mint miss mister mistake mix moist mole molly moment monday money
month moody moon moore more morning morrow moss most mother moth mould mount mouse mouth move much mug mule mummy
muscle music musk must my nail name nation nature navy near neat neck need nerve net never new news next nice night
nine no noble noise none noon normal north nose note now number nurse nut oak oats odd of off office oh oil okay old
olive on once one only open or orange order organ other others our out outlaw outside oven over own ox pace pack pad
page paige pain paint pair pal pale palm pan pane panel paper park parks part parts pass past paste pat patch path
patience patient pause pay peace peak pear pearl peas pebble peel pen pence penny people pepper per perk pet petty
phase pick pie piece pigg pike pill pillow pills pilot pin pine pink pipe pit pitch pitt place plain plan plane plant
plate play pleasant please plum plus point pole pond pool pooler poor pop poppy port porter post pot potter potts
pound power powder powers pratt prayer press price pride priest prime prince print prior privacy private prize pro
proud prose puck pull pulse pump pure purple push put queen quick quiet quill race rack rage rain raise ram ramp ranch
range rank rare rash rat rate raw ray razor reach read ready real rear red reed reeves reflex regular rein relief rent
rest rhine rib rice rich richer ride ridge right ring rise risk river rivers road roads robin robins rock rod rode
role roll rolls roof room rooms root rose rosemary rosy rough round route rove row royal rub ruby rue rugs rule rum
run rush rust ruth rye sad saddle safe sage sail saint sale sales salt same sample sand sandy sauce savage save saw
say scale scales scar school score scott sea seal search season seat second see seed seek self sell send sense set
seven severe sewer sex shade shadow shake shame shape share sharp shave shaver she shed sheets shell shepherd shelf
shin shine ship shock shoe shoes shook shop shore short shot should shoulder show shower shy sick side sign silk
silver simple since singer singh single sink sir sister sit six size skin skinner skip sky slack slaughter sleep slim
slip sloan slow small smart smell smile smoke smooth snow so soak soap social soft sol sole some son song sons sore
sores sorry soul sound sour south spa space spain spark speak spear speck speed spell spence spice spicer spike spin
spine spirit spit spleen split spoon sport spot spray spring springs spur square stable stack staff stage stain stairs
stall stamp stand standing star stark stars start state states stay steady steak steal steam steel steele step steps
stern stick stiff still sting stock stoll stomach stone stones stool stools stop storm story stout stove strain strand
strange straw stream street strength stress strike string strip stroke strong stuart study sty such sugar suit sullen
summer summers sun sunday sunny sunshine sure surgeon sweat sweet sweets swim swing swords symptoms system table tack
tail take tale talk tall tame tan tank tape tart taste taylor tea teach tear tears teat tee teen teeth tell temper
temple ten tender tense term test tests text thank that the them then there these they thick thin thing things think
third this thorn those three throat throw thumb thursday thyme tick tide tie tight tile till time times timely tin tip
tire tiffany to toast today toe toll tom ton tone tongue too took tool tooth top torch toss total touch tough tow
towel tower town toy trace track trade trail train trainer trap trash travel tray treat tree trend trial trick trim
trip trouble truck true trump trust truth try tube tuck tumor tummy turn twin two type ulcer under union up urban urge
us use vale valley value van vance vein veins very vest via vial victory view vine violet virtue visit vital voice
wade wait waist wake wales walk walker wall walls want war ward ware warm warmer warn wart warts wash waste watch
water waters watt wave way wax weak wear weather weaver weed week weeks weight welcome well wells were west wet whale
what wheat wheel wheeler when which while whip white who whole whom wick wide wife wild will wills wilt wind winds
wine wing wings winner winter wipe wire wise wish with wolf woman women won wonder wood woods wool word words work
world worm worms worn worry worse worst worth wound wounds wright wrist yard yards year years yellow yes yet you young
your youth zeal chan min sung lo li ma he mi pa na ho ha la le de da di du el al we ok ed es st dr mr mrs ms md china
india jordan georgia carolina virginia paris london florence dakota austin houston dallas denver phoenix madison
savannah brooklyn chelsea vienna sydney adelaide victoria alberta israel kenya cuba america orlando memphis lincoln
jersey york hamilton washington rocky mountain said reported suggested talked added noted asked went gone seen came
knew got meant gives says goes began below seeds running surface jury able chi choy pong soon angle numbers misty tiny
coral rising princess jan genie tai ping hung bok shown given told taken petit paradise solar cast apple advil clinic
markov hidden lanka kinase kit fluor biotechnology arbor santa chai destiny dung elif marine roman
butt cousin fan merchant panda wit endo mac
hospital therapy viral chronic acute benign allergy mercer
""")
_NEVER = words("""
a all alone along always am an and any are as at be been both by can come could do done each early else even every far
few for four from go have he health her here high his how i if ill im in is it its just know last left less like live
lot made man many may me mean means men might mild more most much must my near need never new next night nine no none
now of off often old on once one only or other our out over own pain per poor put right same see she should since so
some son still stop such sure take than thank that the them then there these they this those three time to today told
too took two under up us use very want was water way we week weeks well went were what when where which while who why
will with woman women work would year years yes yet you young your santa stone bone liver kidney blood skin
""")
