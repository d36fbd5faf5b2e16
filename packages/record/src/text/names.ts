const men =
  'aaron abdul abdullah abraham adam adrian ahmed ahmad alan albert alejandro alex alexander alexei alfred ali alistair allen alvin amir anders andre andreas ' +
  'andrew andrzej andy angus anthony anton antonio ari arnold arthur asif barack barry bart ben benjamin benny bernard bernie bill billy bob bobby boris brad ' +
  'bradley brendan brent bret brett brian bruce bryan byron caleb calvin cameron carl carlos carson cesar charles charlie chester chris christian christoph christopher chuck ' +
  'clarence claude clayton cliff clifford clint colin conor corey cory craig curtis daniel danny darrell darren dave david dean denis dennis derek dick diego dieter dinesh dominic ' +
  'don donald doug douglas drew duncan dwight dylan earl ed eddie edgar eduardo edward edwin elias elijah eli elliot elliott emil emilio emmanuel enrique eric erik ernest ernesto ethan ' +
  'eugene evan fabian felix ferdinand fernando fidel floyd francesco francis francisco francois frank franklin franz fred frederick friedrich gabriel gareth gary gavin gene geoff geoffrey george gerald ' +
  'gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham greg gregory guillermo gus guy hamid hank hans harold harry harvey hassan hector helmut henri henrik henry herbert herman ' +
  'horace howard hugh hugo hussein ian ibrahim igor ilya ira isaac ismail ivan jack jackson jacob jacques jake jamal james jamie jan jared jason jasper javier jay jean jed jeff jeffrey ' +
  'jens jeremy jerome jerry jesse jim jimmy joachim joe joel johan johann john johnny jon jonas jonathan jorge jose joseph josh joshua juan julian julio jurgen justin karim karl keith kelvin ken ' +
  'kenneth kenny kevin khalid kim kofi konrad kurt kyle lance lars larry laurence lawrence lee leo leon leonard leonardo leroy leslie lester lewis liam lloyd lorenzo lou louis luca lucas luigi luis ' +
  'luke mahmoud malcolm manuel marc marcel marco marcus mario mark marshall martin marty marvin mateo matt matteo matthew matthias maurice max maxim maximilian mehmet melvin michael michel miguel mike mikhail ' +
  'milton mitch mitchell mohamed mohammad mohammed moritz moses muhammad mustafa nathan nathaniel ned neil nelson newt niall nicholas nick nicolas nigel noah noel norman oleg oliver omar orlando oscar ' +
  'osman otto owen pablo paolo pascal pat patrick paul pedro pete peter petr phil philip philippe phillip pierre piotr preston rafael raj rajesh ralph ramon randall randy raul ravi ray raymond reggie ' +
  'reginald reince rene rex rich richard rick ricky rob robert roberto rod rodney rodrigo roger roland rolf ron ronald ross roy rudolph rudy rupert russ russell ryan sam samir samuel sanjay santiago scott ' +
  'sean sebastian sergei sergey seth shane shaun sidney silvio simon solomon spencer stan stanley stefan stephan stephen steve steven stewart stuart sven tariq tarek ted terrence terry theo theodore thomas tim ' +
  'timothy tobias todd tom tomas tommy tony travis trevor tyler ulrich vernon victor viktor vince vincent vladimir wade wallace walter warren wayne wendell werner wilbur wilhelm will william willie wolf wolfgang ' +
  'xavier yusuf zachary'
const women =
  'abby abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison allison amanda amber amelia amina amy ana anastasia andrea angela angelina anita ann anna anne annette annie april ' +
  'ariana arlene ashley astrid audrey barbara beatrice becky belinda bernadette beth betsy betty beverly birgit bonnie brenda bridget brigitte britney brooke camila camille candace carla carly carmen carol carole caroline ' +
  'carolyn carrie cassandra catherine cathy cecilia celia charlotte chelsea cheryl chloe christa christiane christina christine cindy claire clara claudia colleen connie constance cynthia daisy daniela danielle ' +
  'dawn deborah debbie debra denise diana diane dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva eve evelyn ' +
  'faith farah fatima fiona florence frances francesca frauke gabriela gabriele gail georgia geraldine gertrude gina ginni gisela giulia gloria grace greta gretchen gwen hanna hannah harriet hazel heather heidi heike helen helena ' +
  'helga hilary hillary holly huma ida ilse ines ingrid irene irina iris isabel isabella ivanka ivy jacqueline jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce ' +
  'juanita judith judy julia julie june karen karin karla kate katharina katherine kathleen kathryn kathy katie katja katrina kay kayla kellyanne kelly kirsten kristen kristin kristina krystal lara latoya laura lauren laurie leah leila lena lesley ' +
  'leticia lillian lily linda lisa lois loretta lori lorraine louise lucia lucille lucy lydia lynn madeleine madison maggie mandy marcia margaret margarita maria mariam marianne marie marilyn marina marion marissa marjorie ' +
  'marlene martha mary maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith mia michaela michelle mildred miriam molly monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha nicola nicole nina ' +
  'nora norma olga olivia pamela patricia patty paula pauline peggy penelope petra phyllis polly rachel rebecca regina renate renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabine sabrina sally samantha sandra sara sarah ' +
  'savannah shannon sharon sheila shelley sherry shirley sigrid silvia simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susanne suzanne sylvia tabitha tamara tammy tanya tara teresa theresa tiffany tina tracy ursula ' +
  'valentina valerie vanessa vera veronica vicki victoria viola violet virginia vivian wanda wendy whitney winifred yasmin yolanda yvette yvonne zainab zoe'

const given = new Map<string, 'he' | 'she' | null>()
for (const name of men.split(' ')) given.set(name, 'he')
for (const name of women.split(' ')) given.set(name, given.has(name) ? null : 'she')
for (const name of 'alex andrea ashley chris jamie jean jo kelly kim lee leslie lynn pat robin sam stacy terry tracy jan'.split(
  ' ',
))
  given.set(name, null)

/** A given name in small letters → whether men or women bear it; null where both do, undefined where it is not known. */
export function genderOfName(lower: string): 'he' | 'she' | null | undefined {
  return given.get(lower)
}

const titles = new Map<string, 'he' | 'she' | null>()
for (const title of 'mr. mr sir lord father brother king prince congressman councilman chairman assemblyman alderman fr.'.split(
  ' ',
))
  titles.set(title, 'he')
for (const title of 'mrs. mrs ms. ms miss lady dame sister queen princess congresswoman councilwoman chairwoman assemblywoman madam madame'.split(
  ' ',
))
  titles.set(title, 'she')
for (const title of (
  'dr. dr prof. professor president vice-president senator sen. rep. representative gov. governor mayor minister chancellor premier ambassador secretary ' +
  'general gen. lt. lieutenant col. colonel sgt. sergeant capt. captain maj. major cmdr. commander adm. admiral judge justice chief officer detective inspector sheriff deputy ' +
  'rev. reverend bishop archbishop cardinal pope rabbi imam pastor commissioner director chairperson chair speaker attorney coach councilor councillor delegate ' +
  'spokesman spokeswoman spokesperson strategist analyst pollster economist candidate nominee host anchor reporter author activist historian coordinator adviser advisor ' +
  'ceo cfo coo founder co-founder owner vp superintendent prosecutor treasurer leader manager editor correspondent columnist lawyer administrator hon. emperor marshal corporal cpl. pvt. private constable'
).split(' '))
  titles.set(title, null)

/** A word in small letters → the gender that a title or an office before a name tells, null for none; undefined for other words. */
export function genderOfTitle(lower: string): 'he' | 'she' | null | undefined {
  return titles.get(lower)
}

/** Words that name what is no person: parts of the names of organisations, works, ships, places. */
export const impersonal: ReadonlySet<string> = new Set(
  (
    'university college school institute department ministry office bureau agency commission committee council congress senate house parliament court party union association ' +
    'foundation center centre company corporation corp. inc. inc ltd. ltd co. llc group bank fund times post journal news magazine tribune herald gazette guardian telegraph daily weekly press media network radio television ' +
    'tv channel states kingdom republic nations city county state province district street avenue road square park river lake mountain mount island islands sea ocean bay valley beach bridge airport ' +
    'station hospital church museum library hotel club team league army navy force forces corps guard police administration government campaign coalition alliance front movement society trust board ' +
    'authority service services security treasury reserve exchange association conference convention summit forum project program act bill amendment treaty accord agreement war day week month ' +
    'democrats republicans democrat republican democratic americans british american german french chinese russian european african asian latino hispanic muslim muslims christian christians jewish jews catholic catholics islamic arab ' +
    'white black north south east west northern southern eastern western central new san los las saint st. fort port ' +
    'airlines airways boeing airbus flight shuttle apollo challenger titanic internet twitter facebook google youtube instagram reddit wikipedia amazon microsoft apple ' +
    'america europe africa asia england britain france germany spain italy russia china japan india iran iraq israel syria turkey mexico canada australia brazil ukraine poland sweden norway korea pakistan afghanistan egypt ' +
    'libya kenya nigeria ireland scotland wales greece austria switzerland belgium netherlands portugal cuba vietnam yemen lebanon jordan qatar gaza saudi u.s. u.k. e.u. u.n. us uk eu un nato isis opec fbi cia nsa nyt cnn bbc nbc abc cbs msnbc npr pbs ap afp upi ' +
    'alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon ' +
    'pennsylvania tennessee texas utah vermont wisconsin wyoming washington london paris berlin moscow beijing brussels chicago boston philadelphia york jersey hampshire mexico carolina dakota miami detroit houston dallas atlanta seattle denver ' +
    'benghazi tehran baghdad kabul pentagon kremlin capitol hill wall white brexit christmas easter thanksgiving god lord bible quran english spanish academy awards award prize cup olympics games ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i'
  ).split(' '),
)

/** Small words within names: "Ursula von der Leyen". */
export const particles: ReadonlySet<string> = new Set(
  'de del della der den di da du la le van von bin ibn al el dos das ter y'.split(' '),
)

/** Nouns of roles that tell the gender of whom they describe. */
export const genderedNouns: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...'man boy father son brother husband uncle grandfather nephew spokesman businessman chairman gentleman king prince actor congressman salesman policeman fireman widower grandson boyfriend guy monk priest bishop'
    .split(' ')
    .map(word => [word, 'he'] as const),
  ...'woman girl mother daughter sister wife aunt grandmother niece spokeswoman businesswoman chairwoman lady queen princess actress congresswoman saleswoman policewoman widow granddaughter girlfriend nun waitress'
    .split(' ')
    .map(word => [word, 'she'] as const),
])
