"""Invented English-writing people and places of the sixth kept part. Rule authors do not read this file.

Names by origin, each list from common to rare.
"""

from random import Random

from faker import Faker

from planted import identities as make
from planted.templates import words

# How many of a hundred, women's and men's given names, surnames.
ORIGINS = {
    "American": (
        40,
        words("""Mary Susan Linda Jessica Sarah Karen Lisa Betty Sandra Ashley Kimberly Emily Donna Michelle Carol
Melissa Dorothy Margaret Rebecca Shirley Virginia Helen Evelyn Marie Victoria Madison Hannah Jacqueline Andrea Alyssa
Julia Sheila Ella Peggy Bonnie Tina Tammy Wanda Vanessa Allison Paula Erin Stacy Monica Robin Regina Holly Jill Leah
Suzanne Tracy Gail Connie Rhonda Sherry Marcia Yvonne Darlene Beth Kristen Meredith Shelby Tamika Keisha Paige
Lorraine"""),
        words("""Michael James Robert David John William Thomas Daniel Christopher Matthew Mark Steven Kevin Jason
Brian Jeffrey Scott Eric Stephen Andrew Gregory Joshua Kenneth Patrick Ryan Timothy Douglas Jerry Philip Todd Craig
Shawn Chad Derek Joel Brent Troy Leonard Stanley Howard Eugene Russell Bradley Fred Martin Glenn Curtis Jared Cody
Dustin Trevor Lance Ernest Herbert Norman Marvin Melvin Leroy Tyrone Jamal Cedric Garrett Mitchell Dwight
Floyd"""),
        words("""Smith Johnson Williams Brown Davis Miller Wilson Moore Taylor Anderson Jackson Harris Thompson Clark
Lewis Walker Hall Allen Young Wright Hill Green Baker Nelson Mitchell Roberts Carter Phillips Evans Turner Parker
Collins Edwards Stewart Morris Rogers Reed Cook Morgan Bell Cooper Richardson Howard Peterson Gray Watson Brooks
Sanders Price Bennett Wood Barnes Ross Jenkins Perry Powell Patterson Hughes Butler Simmons Foster Bryant Alexander
Griffin Hayes Wallace Cole Jordan Owens Fisher Ellis Gibson Marshall McDonald Cruz Webb Tucker Porter Hicks Crawford
Boyd Mason Warren Dixon Burns Gordon Shaw Rice Stone Hawkins Carpenter Lawson Fields Weaver Berry Franklin Carlson
Schmidt Keller Larson Hoffman Schultz McCoy O'Neal Meyer Vaughn Barrett Kowalczyk Fitzgerald Delgado DeLuca MacLeod
Van Horn Whitfield"""),
    ),
    "British": (
        17,
        words("""Susan Margaret Jean Claire Joanne Tracey Gillian Alison Sarah Nicola Karen Lesley Hazel Pauline
Maureen Sheila Sharon Charlotte Sophie Chloe Lucy Gemma Kirsty Fiona Bronwen Siobhan Morag Poppy Freya
Imogen"""),
        words("""David Paul Andrew Mark Ian Graham Alan Keith Colin Neil Stuart Gareth Simon Nigel Trevor Barry Derek
Malcolm Clive Callum Liam Jamie Oliver Alfie Rhys Euan Declan Rory Angus Rupert"""),
        words("""Smith Jones Taylor Davies Evans Thomas Roberts Johnson Walker Wright Robinson Hughes Edwards Harrison
Cooper Ward Morris Clarke Turner Shaw Atkinson Bailey Barker Bradshaw Chapman Dawson Fletcher Gallagher Gill
Hargreaves Higgins Holland Kerr Lamb Macdonald McKenzie Mistry Parry Pearce Pritchard Rhodes Saunders Sutton Thornton
Whitehead"""),
    ),
    "Indian": (
        17,
        words("""Priya Anjali Kavita Sunita Neha Pooja Deepa Lakshmi Meena Rekha Shweta Divya Swati Rani Asha Nisha
Geetha Shalini Radha Preeti Ananya Fatima Ayesha Zainab Sadia"""),
        words("""Rajesh Amit Sanjay Vijay Suresh Anil Rahul Ravi Sunil Manoj Deepak Arun Vikram Ashok Ramesh Prakash
Ajay Naveen Karthik Imran Asif Salman Tariq Harpreet Venkatesh"""),
        words("""Sharma Singh Kumar Patel Gupta Khan Reddy Shah Joshi Verma Mehta Rao Nair Iyer Desai Agarwal Mishra
Pillai Menon Chopra Kapoor Bhatt Kulkarni Chatterjee Banerjee Das Hussain Ahmed Malik Qureshi Chowdhury
Subramanian"""),
    ),
    "Spanish-speaking": (
        10,
        words(
            "Maria Ana Rosa Carmen Gabriela Lucia Isabel Elena Veronica Adriana Patricia Guadalupe Luz Marisol Ximena"
        ),
        words("Jose Luis Carlos Juan Miguel Jorge Pedro Manuel Francisco Ricardo Alejandro Rafael Hector Raul Javier"),
        words("""Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera Gomez
Diaz Morales Ortiz Gutierrez Castillo Mendoza Vargas Reyes Jimenez Alvarez Medina Soto Aguilar Santiago
Fuentes"""),
    ),
    "from East and Southeast Asia": (
        8,
        words("Mei Grace Amy Xiaoli Yan Linh Thuy Hana Yuki Jiwoo Soo-jin Siti Maricel Jocelyn Lan"),
        words("Wei Jun David Kenji Hiroshi Min-ho Tuan Minh Hao Andy Jian Ahmad Reynaldo Rizal Jie"),
        words("""Wang Li Zhang Chen Nguyen Kim Lee Park Liu Tran Wong Pham Huang Lin Tanaka Choi Wu Le Sato Chan
Santos Cheng Ho Yamamoto Bautista Lim Tan Teo Rahman Xu"""),
    ),
    "African and Arab": (
        5,
        words("Amina Fatou Ngozi Chiamaka Adaeze Grace Mercy Halima Leila Nour Mariam Salma Wanjiru Thandiwe"),
        words("Emeka Chinedu Tunde Kwame Kofi Samuel Omar Ahmed Yusuf Hassan Karim Tariq Sipho Mwangi"),
        words("Okafor Nwosu Adeyemi Mensah Osei Abubakar Mwangi Njoroge Ndlovu Hassan Ali Haddad Mansour Farah Diallo"),
    ),
    "European": (
        3,
        words("Agnieszka Svetlana Natalia Chiara Marta Katrin Sofia Birgit Magdalena Zsófia"),
        words("Tomasz Sergei Marco Stefan Jakub Alexei Henrik Björn Dimitrios Radu"),
        words("Wiśniewski Petrov Ferrari Weber Novotný Ionescu Nielsen Moreau Fernández Nowicki Kuznetsov Andersson"),
    ),
}
PLACES = words("""Greenville Fairfield Clinton Franklin Salem Georgetown Madison Ashland Dover Manchester Milton
Oxford Newport Burlington Jackson Lexington Riverside Auburn Kingston Dayton Hudson Lancaster Columbus Akron Wichita
Lincoln Raleigh Mesa Eugene Knoxville Chattanooga Shreveport Albany Syracuse""")
ABROAD = words("""Leicester Exeter Derby Swansea Preston Dundee Wigan Telford Nagpur Indore Jaipur Kochi
Karachi Adelaide Hobart Newcastle Hamilton Nairobi""")
ROADS = words("""Maple Second Park Washington Lake Church Oak Hill Walnut Willow Lincoln Sunset Railroad Franklin
Chestnut Forest Madison Mill Hickory Birch Dogwood Sycamore Mulberry Prospect Locust Winding_Creek Old_Mill Quail_Run
Bayview Orchard""")


def drawn(rng: Random, names: list[str]) -> str:
    """One of a list in order of frequency, the first ones more often."""
    return names[min(int(len(names) * rng.random() ** 1.6), len(names) - 1)].replace("_", " ")


def person(rng: Random, fake: Faker) -> tuple[str, str]:
    """Given name and surname of one origin; Faker gives one American in four."""
    origin = rng.choices(list(ORIGINS), [share for share, *_ in ORIGINS.values()])[0]
    if origin == "American" and rng.random() < 1 / 4:
        return fake.first_name(), fake.last_name()
    _, women, men, surnames = ORIGINS[origin]
    return drawn(rng, rng.choice((women, men))), drawn(rng, surnames)


def two_given(rng: Random) -> str:
    """Two given names and a surname."""
    _, women, men, surnames = ORIGINS[rng.choice(("American", "American", "British", "Spanish-speaking"))]
    return " ".join((*rng.sample(rng.choice((women, men))[:30], 2), drawn(rng, surnames)))


def two_surnames(rng: Random) -> tuple[str, str]:
    """A given name and two surnames, with a hyphen or a blank."""
    origin, mark = rng.choice((("British", "-"), ("American", "-"), ("Spanish-speaking", " ")))
    _, women, men, surnames = ORIGINS[origin]
    return drawn(rng, rng.choice((women, men))), mark.join(rng.sample(surnames[:45], 2))


def letters(name: str) -> str:
    """A name as an address has it."""
    return "".join(char for char in name.lower() if char.isascii() and char.isalpha())


def mailbox(rng: Random, fake: Faker) -> str:
    """What stands before the @."""
    first, last = map(letters, person(rng, fake))
    year = make.birthday(rng).year
    nick = rng.choice(
        words("catlady surfergirl oldtrucker bookworm gardener runner soccermom grandpajoe nurse4u jazzfan")
    )
    shapes = (
        f"{first}.{last}",
        f"{first}{last}",
        f"{first[:1]}{last}{rng.randrange(1, 99)}",
        f"{last}.{first}",
        f"{first}_{last}{year % 100:02d}",
        f"{first}{year}",
        f"{nick}{rng.randrange(1, 999)}",
    )
    return rng.choice(shapes)


def street(rng: Random) -> str:
    """House number and street."""
    kind = drawn(rng, words("Street St Avenue Ave Road Rd Drive Dr Lane Ln Court Ct Blvd Way Terrace Place"))
    return f"{rng.randrange(4, 9990)} {rng.choice(('', '', '', '', 'N ', 'East '))}{drawn(rng, ROADS)} {kind}"
