"""Given names that show gender, with the commonest spellings. Not complete: an unknown name shows nothing."""

from __future__ import annotations

_MALE = """
abbas abdallah abdullah abdulrahman abdelrahman abdulaziz adam adel adnan ahmad ahmed akram alaa alan albert alex alexander alexei ali alistair allan
ammar anas andre andrei andrew andriy angus anthony antonio antony anwar arthur ashraf ayman aziz bandar barack bashar bassam ben benjamin bernard bernie
bill bob boris brad brian bruce burhan carl carlos charles chris christian christopher colin dan daniel danny dave david denis dennis dmitri dmitry
dmytro donald doug douglas ed eddie edward emmanuel eric erik ernest essam evan ewan fadel fadi fahd faisal fares farid farouk fathi fawaz felix fouad francis
francisco frank fred frederick gabriel gary gavin geoffrey george gerald gerard ghassan giorgi glenn gordon graham greg guy habib hadi hafez haider hakan
hakim hamad hamid hamza harold haroun harry hasan hashim hassan haytham haitham henry hisham howard hugh husain hussain hussein ian ibrahim igor ihab ilham
imad ismail issam ivan jaber jack jacob jake jalal jamal james jan jared jason javad javier jawad jean jeff jeffrey jens jeremy jerry jim jimmy joe joel johan
john johnny jon jonathan jose josef joseph josh joshua juan julian kamal karim karl keith ken kenneth kevin khaled khalid khalil larry lars lavr
lee leon leonid lindsey louis luis luke lutfi maher mahdi mahmoud mahmud mamoun mansour manuel marc marco marcus mario mark martin marwan massoud
matt matthew maurice max mazen mehdi mehmet michael miguel mike mikhail mitch mitt mohamad mohamed mohammad mohammed mounir mourad mousa moussa muammar muhammad
mukhtar munir murad musa mustafa nabil nadim naji najib nasser nathan neil nicholas nick nicolas nizar noah nouri oleg oleksandr oleksiy oliver omar omer
oscar osama othman pablo pat patrick paul pavel pedro peter petr petro phil philip philippe pierre qasem qassem qasim rached rafael rafiq rami ramzi rand
rashid raymond recep reza riad riyad richard rick rob robby robert roger roman ron ronald ross roy rudy russell saad sadiq saeed said salah salam saleh salem
salim salman sam sameh sami samir samuel sayed scott sean sebastian sergei sergey seth simon stanislav stephen stefan steve steven suleiman sulaiman taha talal
tarek tareq tariq tayyip ted terry theodore thomas tim timothy toby todd tom tony uday usama vadim valery victor viktor vincent vitali vitaly vladimir volodymyr
walid waleed walter wael wahid warren wassim wayne wesley will william yahya yaser yasser yasin yassin yevgeny younes youssef yousef yusuf yuri zaid zakaria
zayed ziad zuhair havel jair narendra joko hamdan hassoun nawaf naim nadhir ridha rifaat rustam ruslan ramzan shamil
"""
_FEMALE = """
abigail agnes aicha aisha alexandra alice alicia alison amal amanda amina amira amy ana anastasia andrea angela angelina anita ann anna anne annie
asma asmaa barbara beatrice beth betsy bouthaina brenda brigitte carla carly carol caroline carolyn catherine cecilia chelsea christiane christina christine
claire clara claudia condoleezza cristina cynthia dana dalia daria deborah debbie denise diana diane dina donna doris dorothy eleanor elena elisabeth eliza
elizabeth ellen elsa emily emma erica erin eva evelyn fadwa faiza farah fatima fatma federica fiona fatemeh gina gloria hala halima hanan hannah hanna
heather heba helen helena hillary hind huda ilona irina iryna isabel isabelle ivanka jane janet janice jennifer jenny jessica jill joan joanna jocelyn josephine joyce
judith judy julia juliana julie karen karin kate katherine kathleen kathryn kathy katie katya kayla kellyanne khadija kim kristen kristin kristina lama latifa laura
layla leila leena lena leslie lina linda lisa liz loretta louisa louise lucia lucy lyudmila madeleine madeline maha malala marcia margaret margarita maria mariam marie marina
marion marjorie martha mary maryam marwa maya megan melania melanie melissa michelle michele mina miriam mona monica nadia nadine nancy naomi natalia natalie natasha
nawal nina nikki noor nora norah noura oksana olena olga olivia pamela patricia paula peggy penny polina rachel rana rania rebecca reem rima rita rosa rosemary
ruth safa sahar salma samantha samar samira sana sandra sara sarah selma sharon sheila shirin shirley silvia sofia sonia sophia sophie stephanie
sue suha susan susana suzanne svetlana sylvia tamara tara tatiana tatyana teresa theresa tina valentina valerie vanessa vera veronica victoria viktoria wafa
wendy yasmin yasmine yulia yvonne zahra zainab zeinab zeina zoe asiya nujin rojda roza berivan
"""
GIVEN_NAMES: dict[str, str] = {**dict.fromkeys(_FEMALE.split(), "female"), **dict.fromkeys(_MALE.split(), "male")}
"""Lower-case given name → "male" or "female"."""
