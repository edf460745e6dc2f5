"""Invented English-writing people and places of the fifth kept part. Rule authors do not read this file.

Names by where the writers come from, each list from common to rare.
"""

from random import Random

from faker import Faker

from planted import identities as make
from planted.templates import words

# How many of a hundred, women's and men's given names, surnames.
PEOPLES = {
    "American": (
        42,
        words("""Jennifer Mary Patricia Linda Elizabeth Barbara Sarah Karen Lisa Nancy Ashley Emily Donna Michelle
Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Brenda Emma Anna Pamela Nicole
Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Heather Diane Olivia Julie Joyce Ruth Kelly Lauren
Judith Megan Cheryl Martha Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella Grace
Denise Amber Doris Marilyn Danielle Beverly Theresa Diana Brittany Natalie Rose Kayla Lori Marlene Dawn Tiffany
Crystal Ebony Latoya Roxanne Gwendolyn"""),
        words("""James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew
Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob
Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick
Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy Keith Roger
Terry Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert
Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell Travis Curtis Darnell Marcus Clyde"""),
        words("""Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin
Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall
Campbell Mitchell Carter Roberts Turner Phillips Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Peterson
Cooper Reed Bailey Kelly Howard Cox Ward Richardson Watson Brooks Wood Bennett Gray Hughes Price Myers Long Sanders Ross
Foster Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Simmons Patterson Reynolds
Hamilton Graham Wallace West Cole Hayes Bryant Gibson Ford Ellis Harrison Stevens Owens McDonald Marshall Woods
Washington Kennedy Wells Henry Freeman Tucker Burns Crawford Simpson Porter Hunter Gordon Shaw Holmes Rice Robertson
Hunt Black Daniels Palmer Mills Nichols Grant Ferguson Stone Hawkins Dunn Hudson Spencer Gardner Stephens Payne Pierce
Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Andrews Lane Bradley Novak
Lindqvist DiMarco Petersen Krueger Van Dyke O'Connor O'Brien McCarthy LeBlanc Boudreaux"""),
    ),
    "British": (
        18,
        words("""Susan Margaret Christine Jean Patricia Sarah Karen Julie Claire Emma Nicola Helen Joanne Louise Jane
Tracey Rachel Lisa Victoria Samantha Kerry Lucy Charlotte Sophie Hannah Gemma Laura Rebecca Katie Amy Chloe Olivia
Barbara Maureen Sheila Brenda Doreen Beryl Joyce Hazel Sandra Lynne Gillian Wendy Beverley Siobhan Aoife Niamh Rhian
Isla Freya Imogen"""),
        words("""David John Peter Paul Michael Andrew Mark Stephen Ian Christopher Alan Robert Richard Simon Graham
Neil Gary Nigel Martin Kevin Philip Stuart Adam Daniel James Matthew Lee Craig Jonathan Gareth Thomas Jack Oliver Harry
Alfie George Leslie Norman Trevor Clive Malcolm Gordon Roy Dennis Ronald Terence Rhys Alistair Ciaran Padraig"""),
        words("""Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
Roberts Green Hall Wood Jackson Clarke Patel Hughes Edwards Lewis Turner Hill Cooper Ward Morris Moore Clark Baker
Harrison King Morgan Allen James Phillips Watson Scott Davis Parker Price Bennett Young Griffiths Cook Richardson Kelly
Marshall Shaw Simpson Collins Carter Begum Bell Murphy Richards Cox Wilkinson Chapman Foster Mills Barker Webb Barnes
Dixon Harvey Fletcher Hunt Fisher Palmer Pearson Holmes Lloyd Rogers Stevens Gibson Hamilton Butler Knight Atkinson
Ramsbottom Hargreaves Pritchard MacDonald Campbell Fraser Sinclair O'Neill Byrne Fitzgerald Cholmondeley"""),
    ),
    "South Asian": (
        15,
        words("""Priya Pooja Neha Sunita Anita Kavita Rekha Sangeeta Geeta Swati Shweta Divya Anjali Meena Usha Asha
Lata Shobha Rani Nisha Ritu Farzana Nasreen Saima Ayesha Sadia Gurpreet Harpreet Lakshmi Sowmya Nirmala Thilini"""),
        words("""Rahul Amit Sanjay Rajesh Anil Sunil Vijay Suresh Ramesh Manoj Ashok Deepak Arun Vikram Prakash Naveen
Kiran Harish Gaurav Ankit Karthik Prasad Ganesh Mohan Imran Farhan Tariq Usman Zahid Bilal Gurdeep Jaspreet Nuwan"""),
        words("""Kumar Singh Sharma Patel Gupta Khan Shah Reddy Mehta Jain Rao Verma Nair Yadav Mishra Das Joshi Desai
Menon Iyer Chopra Kapoor Bose Ghosh Sinha Pandey Chauhan Naidu Krishnan Subramaniam Ahmed Hussain Malik Iqbal Chowdhury
Rahman Kaur Bhatt Saxena Kulkarni Perera Fernando Wickramasinghe"""),
    ),
    "Spanish-speaking": (
        9,
        words("""Maria Ana Rosa Carmen Guadalupe Sofia Isabel Elena Gabriela Claudia Veronica Teresa Daniela Lucia
Beatriz Pilar Mercedes Valeria Paloma Rocio Itzel"""),
        words("""Jose Juan Luis Carlos Miguel Jesus Francisco Pedro Alejandro Manuel Ricardo Fernando Eduardo Javier
Diego Andres Rafael Enrique Alfredo Pablo Gonzalo Emiliano"""),
        words("""Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera Gomez
Diaz Cruz Morales Ortiz Gutierrez Ramos Ruiz Alvarez Mendoza Vasquez Castillo Jimenez Moreno Romero Herrera Medina
Aguilar Vega Cabrera Campos Cardenas Montoya Quintero Ybarra"""),
    ),
    "East Asian": (
        6,
        words("Mei Li Grace Jenny Xiaoling Yan Hui Linh Thuy Mai Yuki Keiko Soo-jin Minji Jasmine Liezel Siti Suda"),
        words("Wei Jun Kevin Henry Jianhong Tao Minh Tuan Hiroshi Kenji Dong-hyun Jae Marlon Rodel Agus Somchai"),
        words("""Wang Li Zhang Chen Liu Nguyen Kim Lee Park Tran Le Pham Wong Chan Lam Ng Ho Tanaka Suzuki Yamamoto
Santos Reyes Dela_Cruz Villanueva Zhao Xu Hoang Srisai Hartono"""),
    ),
    "Arabic, Persian, Turkish": (
        5,
        words("Fatima Aisha Maryam Noor Huda Leila Zainab Nadia Rania Amal Ayse Zeynep Parisa Nasrin Hiba"),
        words("Mohamed Ahmed Ali Omar Ibrahim Hassan Khalid Mahmoud Yusuf Tamer Emre Murat Reza Saeed Ziad"),
        words(
            "Hassan Ahmed Ali Mohammed Abdullah Khalil Saleh Aziz Haddad Nasser Rahimi Ahmadi Yilmaz Kaya Al-Hashimi"
        ),
    ),
    "African": (
        3,
        words("Blessing Chioma Adaeze Funmilayo Abena Akosua Thandiwe Nomsa Wanjiku Achieng Mercy Fatoumata"),
        words("Emeka Chukwuma Tunde Segun Kofi Kojo Sipho Thabo Kamau Otieno Samuel Moussa"),
        words("Okonkwo Eze Adebayo Balogun Okeke Boateng Owusu Asante Dlamini Nkosi Kamau Otieno Kiplagat Toure Keita"),
    ),
    "from the rest of Europe": (
        2,
        words("Anna Katarzyna Ivana Elena Ingrid Giulia Amélie Olga Zuzana Ioana"),
        words("Piotr Jan Marek Luca Jürgen Dmitri Lars Andrei Pavel Nikolaos"),
        words(
            "Kowalski Nowak Rossi Müller Schneider Ivanov Popescu Hansen Dubois García Papadopoulos Horváth Lindström"
        ),
    ),
}
PLACES = words("""Springfield Maplewood Brookfield Lakewood Centerville Glendale Plymouth Richmond Hamilton Bristol
Norfolk Concord Stamford Durham Wakefield Northampton Tucson Boise Omaha Tulsa Fresno Spokane Toledo Savannah Mobile
Peoria Cambridge Rochester Dayton Waterloo Arlington Bakersfield Canton Evanston""")
ABROAD = words("""Ipswich Harrogate Cheltenham Stockport Colchester Warrington Carlisle Bangalore Pune Chennai Hyderabad
Lahore Brisbane Wollongong Geelong Dunedin Kingston""")
ROADS = words("""Oak Elm Pine Cedar Walnut Washington Jefferson Main Park Ridge River Highland Spring Meadow Valley
Laurel Magnolia Jackson Center Grove Fairview Cherry_Hill Garden Bridge Juniper Aspen Harbor Poplar Linden""")


def drawn(rng: Random, names: list[str]) -> str:
    """One of a list in order of frequency, the first drawn more often."""
    place = min(int(rng.expovariate(2.4 / len(names))), len(names) - 1)
    return names[place].replace("_", " ")


def person(rng: Random, fake: Faker) -> tuple[str, str]:
    """Given name and surname of one people; Faker gives one American in three."""
    people = rng.choices(list(PEOPLES), [share for share, *_ in PEOPLES.values()])[0]
    if people == "American" and rng.random() < 1 / 3:
        return fake.first_name(), fake.last_name()
    _, women, men, surnames = PEOPLES[people]
    return drawn(rng, rng.choice((women, men))), drawn(rng, surnames)


def married_name(rng: Random) -> tuple[str, str]:
    """A given name and two surnames, joined by a hyphen or, in Spanish, a blank."""
    people, mark = rng.choice((("American", "-"), ("British", "-"), ("Spanish-speaking", " "), ("American", " ")))
    _, women, men, surnames = PEOPLES[people]
    return drawn(rng, rng.choice((women, men))), mark.join(rng.sample(surnames[:60], 2))


def second_given(rng: Random) -> tuple[str, str, str]:
    """Given name, a second given name and surname."""
    _, women, men, surnames = PEOPLES[rng.choice(("American", "American", "British"))]
    first, second = rng.sample(rng.choice((women, men))[:50], 2)
    return first, second, drawn(rng, surnames)


def letters(name: str) -> str:
    """A name as an address has it."""
    return "".join(char for char in name.lower() if char.isascii() and char.isalpha())


def mailbox(rng: Random, fake: Faker) -> str:
    """What stands before the @: mostly made of the owner's name."""
    first, last = map(letters, person(rng, fake))
    first, last = first or "jan", last or "novak"
    number = rng.choice((make.birthday(rng).year % 100, rng.randrange(1, 10), make.birthday(rng).year))
    shapes = (
        f"{first}.{last}",
        f"{first}{last}{number:02d}",
        f"{first[0]}{last}{number:02d}",
        f"{first}_{last}",
        f"{last}{first[0]}",
        f"{first}{number}",
        f"{rng.choice(words('mom2three hikerdad nightowl beachbum quilter bassplayer golfnut redsoxfan'))}{number:02d}",
    )
    return rng.choice(shapes)


def street(rng: Random) -> str:
    """House number and street of an American address."""
    kind = drawn(rng, words("St Street Ave Drive Road Lane Avenue Dr Rd Ln Court Circle Way Blvd Place Trail"))
    return f"{rng.randrange(10, 9900)} {rng.choice(('', '', '', 'W ', 'South '))}{drawn(rng, ROADS)} {kind}"
