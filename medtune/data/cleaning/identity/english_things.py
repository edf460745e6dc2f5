"""English words and pairs of words that look like names: journals, forms of drugs, institutions, eponyms."""

from __future__ import annotations

from medtune.data.cleaning.identity.name_words import words

# A pair that holds one of these is no name. Abbreviations of journals (ISO 4), forms of drugs, institutions.
THING_WORDS = words("""
med clin engl syst intern rheum assoc soc oncol surg cardiol neurol gastroenterol endocrinol pediatr paediatr psychiatr
psychol radiol dermatol ophthalmol urol gynecol gynaecol obstet epidemiol immunol pharmacol pharmacother biol chem sci
natl acad nephrol hepatol haematol hematol rheumatol pulm crit anesth anaesth anesthesiol otolaryngol orthop transplant
nutr diabetol metab physiol pathol microbiol virol genet proc bull trans suppl eur int lancet jama bmj cochrane
database plos elife elsevier pubmed medline embase scopus uptodate medscape healthline webmd tab tabs tablet tablets
cap caps capsule capsules inj injection injections syr syp syrup susp suspension oint ointment soln solution supp
suppository lotion gel cream drops spray inhaler nebulizer ampoule vial sachet patch laboratories laboratory labs
scientific biosciences biotech pharma pharmaceuticals pharmaceutical healthcare inc ltd corp island canyon llc gmbh
council national american study committee ministry department division association society federation academy
consortium trust agency bureau bank airport station museum library stadium county district province region hospital
university school college institute center centre clinic protocol guideline guidelines maha churna churan vati ghan
bhasma arishta asava guggulu guggul taila lehya ayurveda homoeopathy criteria score index scale questionnaire inventory
assessment test trial cohort registry christmas easter thanksgiving ramadan diwali pearly pm am xr odt hcl forte
""")

# Named after two persons or after one with both names, and brands; without accents.
THING_PAIRS = frozenset(
    pair
    for line in """
braxton hicks|bence jones|austin flint|graham steell|graham steel|marcus gunn|argyll robertson|guillain barre
ehlers danlos|charcot marie|marie tooth|prader willi|lesch nyhan|dandy walker|klippel feil|klippel trenaunay
parkes weber|sturge weber|osler weber|weber christian|rendu osler|smith lemli|walker warburg|russell silver
brown sequard|gordon holmes|dix hallpike|denis browne|robert jones|thomas splint|lloyd davies|jackson pratt
austin moore|ramsay hunt|tolosa hunt|foster kennedy|adams stokes|stokes adams|cheyne stokes|churg strauss
stevens johnson|peutz jeghers|mallory weiss|henoch schonlein|wolff parkinson|parkinson white|lown ganong
conn syndrome|zollinger ellison|budd chiari|arnold chiari|chediak higashi|wiskott aldrich|von willebrand
von recklinghausen|van buchem|van gogh|creutzfeldt jakob|duchenne becker|landau kleffner|lennox gastaut
gilles tourette|kleine levin|pierre robin|treacher collins|henry schein|ellis van|noonan turner|turner kieser
romano ward|jervell lange|lange nielsen|brugada syndrome|blalock taussig|damus kaye|fontan norwood|ross procedure
bosniak cyst|ziehl neelsen|gram stain|papanicolaou smear|kaplan meier|mann whitney|kruskal wallis|cox regression
hosmer lemeshow|bland altman|hardy weinberg|markov chain|monte carlo|max planck|michaelis menten|edwards syndrome
down syndrome|johns hopkins|john hopkins|mayo clinic|marie curie|susan komen|kaiser permanente|eli lilly
lilly clinic|johnson johnson|merck sharp|sharp dohme|bristol myers|myers squibb|smith kline|smith nephew|wells fargo
jenny craig|weight watchers|mary jane|mary kay|jack daniel|jack daniels|jim beam|johnnie walker|johnny walker
captain morgan|charley horse|charlie horse|lou gehrig|aunt flo|saint john|hong kong|san diego|san francisco
san antonio|san jose|santa clara|santa maria|los angeles|las vegas|buenos aires|sao paulo|abu dhabi|kuala lumpur
ho chi|viet nam|sri lanka|new york|new jersey|santa claus|jesus christ|virgin mary|mother teresa
betty crocker|uncle ben|aunt jemima|tiger balm|burts bees|trader joe|trader joes|taylor swift|boxing day|memorial day|
labor day|labour day|mothers day|fathers day|black friday|palm sunday|fort worth|santa fe|park avenue|times square|
toujeo max|florence nightingale|sierra leone|costa rica|puerto rico|el salvador|san marino|saudi arabia
""".splitlines()
    for pair in line.split("|")
)

# First names that are places, drugs, brands or things as well: alone they name nobody.
THING_FIRST_NAMES = words("""
yasmin diane ella allegra alli celeste lidia mirena skyla kyleena venus mercury mars pascal ada julia alexa cortana
siri chad guadalupe santiago lima sofia milan nancy florence paris valencia verona geneva lourdes israel kenya india
asia china america africa carolina georgia virginia dakota montana nevada alabama louisiana charlotte madison austin
jackson jacksonville lincoln houston dallas denver orlando savannah chelsea brooklyn bronx kingston darwin perth
regina alexandria victoria cordoba leon lorain salem eugene aurora laurel trenton trinidad tobago salvador
petra cyprus sahara siena vienna odessa lucerne nice nantes lille nimes roman norman german latin cyrus aries leo gemini
virgo libra taurus luna apollo atlas athena diana artemis phoenix hermes zeus thor loki odin ares eros psyche
maxwell tesla kelvin newton celsius ford chrysler mercedes bentley royce audi kia dodge chevy disney marvel nintendo
armani dior chanel gucci prada versace valentino zara kroger walmart wendy denny macy target zelda mario
beta alpha gamma delta omega sigma theta zeta eta iota lambda
aleve tylenol advil zyrtec claritin nexium lyrica celexa cymbalta humira stelara avandia januvia byetta arimidex
femara premarin estrace yaz seasonique loestrin sprintec zofran benadryl mucinex robitussin aricept namenda
candida salmonella listeria bella rosacea angelica melissa valerian althea calendula arnica senna erica olive
basil rosemary sage ginger jasmine iris poppy daisy lily rose violet amber crystal jade pearl ruby coral opal
""")
