"""English sentences around a name, fourth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """My name is {patient_name} and I have had pain for {2-9} weeks
Name: {patient_name:form}
Patient Name: {patient_name:form}⏎Age: {1-92}
Patient: {patient_name:form}⏎Date: {date}
Hello, my name is {patient_name:first}, I'm {18-79}
hi im {patient_name:first} and im {14-60} years old
Hi everyone, {patient_name:first} here, new to this board
I'm {patient_name}, a patient of your clinic
This is {patient_name} calling about my results
{patient_name} called to reschedule
Spoke to {patient_name}, advised to go to the ER
Message from {patient_name}: rash is worse
RE: {patient_name:form}, colonoscopy {date}
Re: {patient_name}, {address}
Dear Mr {patient_name:surname}, your appointment has been moved
Dear Mrs. {patient_name:surname}, your results are normal
Dear {patient_name:first}, thanks for your question
Hi {patient_name:first}, sorry to hear about your troubles
Hello {patient_name:first}! That sounds like {word:disease_en_4}
Thanks for the update, {patient_name:first}
Welcome, {patient_name:first}
Mr. {patient_name:surname} is a {30-90} y/o male with {word:disease_en_4}
Mrs. {patient_name:surname} tolerated the procedure well
Ms. {patient_name:surname} was seen and examined this morning
Miss {patient_name:surname} was discharged home on {date}
I had the pleasure of seeing {patient_name} in clinic today
Thank you for asking me to see {patient_name}
{patient_name} presented to the emergency department on {date}
{patient_name} is a {20-90}-year-old female with {word:disease_en_4}
This {20-90}-year-old man, {patient_name}, was admitted with dyspnea
I reviewed {patient_name} in the clinic on {date}
my husband {patient_name:first} has {word:disease_en_4}
my wife, {patient_name}, was started on {word:drug_en_4}
my boyfriend {patient_name:first} won't see a doctor
my sister {patient_name:first} had a stroke at {30-60}
our son {patient_name:first} was diagnosed last week
My little girl {patient_name:first} is {2-9} and still wets the bed
my grandson {patient_name} swallowed a coin
My mom, {patient_name}, is {60-92} and on dialysis
my father-in-law {patient_name} has been coughing blood
asking for my friend {patient_name:first}
Her name is {patient_name}, she is in bed {1-40}
his name is {patient_name}
Emergency contact: {patient_name}, {phone}
NOK: {patient_name} (son)
Next of kin - {patient_name}, daughter
Accompanied by her husband, {patient_name}
History obtained from the mother, {patient_name}
I, {patient_name}, consent to the procedure
Patient signature: {patient_name}
Name of insured: {patient_name}
Prescription for {patient_name}
Appointment confirmed for {patient_name} on {date}
Specimen labeled {patient_name}
Discharge summary⏎Patient: {patient_name:form}⏎DOB: {birth_date}
Thanks in advance, {patient_name}
Thanks⏎{patient_name:first}
With kind regards and thanks, {patient_name}
Many thanks⏎{patient_name}
God bless, {patient_name:first}
Yours faithfully,⏎{patient_name}
love, {patient_name:first}
ok cheers for that, {patient_name:first}
Posted by {patient_name}
Sent on behalf of {patient_name}
The baby's name is {patient_name}
Baby boy {patient_name:surname}, {28-41} weeks
Mr and Mrs {patient_name:surname} attended for IVF counselling
Sir, I am {patient_name} from a village, {20-70} years
Myself {patient_name}, age {19-70}, suffering from {word:disease_en_4}
Good evening doctor, {patient_name} this side
{patient_name:surname}, {patient_name:first} - room {100-599}
{patient_name}'s potassium came back at {2.9-6.1}
Please see {patient_name} for a chronic cough
Donor: {patient_name}
records belong to {patient_name}, not to me
I go by {patient_name:first}""",
    "doctor_name": """Dr. {doctor_name:surname} put me on {word:drug_en_4}
my doctor is Dr. {doctor_name}
Dr {doctor_name:surname} thinks it's {word:disease_en_4}
Hi Dr. {doctor_name:surname}, quick question
Dear Dr {doctor_name:surname}, many thanks for your letter
Dear Doctor {doctor_name:surname}, please advise
Hello Dr. {doctor_name:first}, thank you for your help last time
Thanks, Dr. {doctor_name}
thank you so much dr {doctor_name:surname}
Regards,⏎Dr. {doctor_name}, MBBS
Take care of yourself, Dr. {doctor_name}
I am Dr. {doctor_name} and I will be answering your question today
This is Dr. {doctor_name:surname} from the lab
Attending: {doctor_name}, MD
Attending Physician of record: Dr. {doctor_name}
Primary Care Physician: {doctor_name}, MD
PCP Dr. {doctor_name:surname} notified
Primary surgeon: {doctor_name}, M.D.
Assistant: {doctor_name}, PA-C
{doctor_name}, DO
{doctor_name}, MD⏎Internal Medicine
{doctor_name}, FNP-BC
{doctor_name}, PharmD, called to clarify the dose
Signed by: {doctor_name}, MD
Electronically signed by {doctor_name} on {date}
Dictated by {doctor_name}, MD, transcribed {date}
Interpreting radiologist: {doctor_name}, MD
Consulting physician: {doctor_name}
Consults: Dr. {doctor_name:surname} of cardiology
Requested by: Dr {doctor_name}
GP: Dr {doctor_name}
my gp dr {doctor_name:surname} won't refer me
Consultant: Mr {doctor_name}
Yours sincerely,⏎{doctor_name}⏎Consultant Neurologist
referred by Dr {doctor_name} for a CT
Follow up with Dr. {doctor_name:surname} in {1-6} weeks
follow-up with {doctor_name}, MD, on {date}
Dr. {doctor_name:surname}'s nurse said to double the dose
I have been seeing Dr. {doctor_name} since {2005-2023}
has anyone been treated by Dr. {doctor_name} for this
Dr. {doctor_name:surname} and Dr. {doctor_name:surname} disagree
My OB, Dr. {doctor_name:surname}, is on vacation
the neurologist, Dr. {doctor_name}, ordered an EEG
orthopedist Dr {doctor_name:surname} wants to operate
Nurse {doctor_name:surname} gave me the shot
Nurse: {doctor_name}, RN
my therapist {doctor_name:first} suggested a diary
Midwife {doctor_name} delivered the baby
Physiotherapist: {doctor_name}
dentist Dr. {doctor_name} says root canal
Prof. {doctor_name:surname} repeated the scan
Professor {doctor_name} runs the trial
Case discussed with {doctor_name}, MD
D/W Dr. {doctor_name:surname}, agrees with plan
Verbal order from Dr. {doctor_name:surname}
Operation performed by Dr. {doctor_name} under general anesthesia
Prescriber: {doctor_name}
cc: Dr. {doctor_name}
CC: {doctor_name}, MD
Provider: {doctor_name}, Visit type: follow-up
Seen by {doctor_name}, NP
Answer by Dr. {doctor_name}, dermatologist
Reviewed by Dr {doctor_name}, pathologist
switched from Dr. {doctor_name:surname} to a clinic nearer home
got a second opinion from Dr. {doctor_name}""",
}
