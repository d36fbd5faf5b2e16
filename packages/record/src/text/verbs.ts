/** Past forms and participles that do not end in "-ed". */
const irregular = new Set(
  (
    'went did had said told wrote written spoke spoken thought knew known went gone came become became began begun broke broken brought built ' +
    'bought caught chose chosen drew drawn drove driven ate eaten fell fallen felt found flew flown forgot forgotten gave given got gotten ' +
    'grew grown heard held hid hidden hit kept laid led left lent let lay lain lost made meant met paid put ran rang read rode risen rose saw seen sold sent set ' +
    'shook shaken shot showed shown shut sang sat slept stood stole stolen struck sworn swore took taken taught threw thrown understood woke won wore worn ' +
    'withdrew overcame undertook sought fought bound bet bid cost cut dealt dug fed fled hung hurt knelt quit rid sank shone slid spent split spread sprang stuck swept swung wept wound foresaw mistook'
  ).split(' '),
)

/** Verbs in their base form, the common ones of reports and talk. */
const bases = new Set(
  (
    'accept accuse achieve act add address admit advise affect agree aim allow announce answer appeal appear apply approve argue arrive ask assert assess assist assume assure attack attend avoid ' +
    'back be beat become begin believe blame block boast break bring build burn buy call care carry cast catch cause caution challenge change charge check choose cite claim clarify close come comment commit compare complain concede concern conclude condemn confirm confront consider contend continue contribute control cost counter cover create criticize criticise cry cut ' +
    'deal debate decide declare decline defend delay deliver demand denounce deny describe deserve destroy determine develop die disagree discover discuss dismiss do drive drop echo elect emphasize emphasise end endorse ensure enter escape establish estimate evaluate exist expect explain express extend face fail fall fear feel fight file fill find finish fire fit fix fly focus follow force forget ' +
    'gain get give go grant grow guarantee guess handle happen hate have hear help hide hint hire hit hold hope hurt identify ignore imagine imply improve include increase indicate inform insist intend introduce invest investigate invite involve issue join joke judge jump keep kill know lack laugh launch lay lead learn leave let lie like limit list listen live look lose love maintain make manage mark matter mean meet mention miss move name need note notice ' +
    'object observe obtain occur offer open operate oppose order own pay perform pick place plan play pledge point post praise predict prefer prepare present press prevent proclaim produce promise propose protect protest prove provide publish pull push put question quip quit quote raise reach react read realize realise recall receive recognize recognise recommend record reduce refer reflect refuse regard reject release rely remain remark remember remind remove repeat replace reply report represent request require reside resign respond return reveal rise rule run ' +
    'save say see seek seem sell send serve set share shoot show shout sign sit speak speculate spend stand start state stay stop stress struggle study submit succeed suffer suggest support suppose surprise survive suspect swear take talk teach tell tend testify thank think threaten throw touch train treat trust try turn tweet understand urge use visit vote vow wait walk want warn watch wear win wish wonder work worry write yell' +
    ' ' +
    'abandon abolish absorb abuse accelerate accommodate accompany accomplish accumulate acquire adapt adjust administer adopt advance advertise advocate ' +
    'afford aid alarm alert alienate allege allocate alter amend amount amuse analyze anger anticipate apologize apologise applaud appoint appreciate arm ' +
    'arrange arrest articulate ascribe assassinate assemble assign associate attach attain attempt attract attribute authorize await award ban bar bargain ' +
    'base battle bear bend benefit betray blast bless blow bolster bomb boost boo bother bounce bow boycott brag breach breathe brief broadcast brush bully ' +
    'bury calculate calm campaign cancel capture cater celebrate chair champion channel chant characterize characterise chase chat cheat cheer circulate ' +
    'claw clean clear climb cling collapse collect combat combine comfort commemorate commission communicate compel compensate compete compile complete ' +
    'complicate comply compose compromise conceal conceive concentrate conduct confess confide confine confuse congratulate connect conquer consist ' +
    'constitute construct consult consume contact contain contest contract contradict contrast convene convert convey convict convince cook cooperate cope ' +
    'copy correct correspond couple crack craft crash crawl cripple cross crush cultivate curb cure curtail damage dance dare dash date decorate decrease ' +
    'dedicate deem defeat deflect defuse delete delight demonstrate depart depend depict deploy derail derive descend design designate desire detail detain ' +
    'deter deteriorate devastate devote differ dig diminish direct disappear disappoint disavow discipline disclose discourage dismantle display disrupt ' +
    'distance distinguish distract distribute disturb dive divide divorce dominate donate double doubt drag drain dream dress drift drink drown dub dump ' +
    'earn ease eat edit educate elaborate elevate eliminate embarrass embrace emerge employ enable enact encounter encourage endanger endure enforce engage ' +
    'enhance enjoy enlist enrich enroll entail entertain envision equip erase erode erupt escalate evacuate evade evolve exaggerate examine exceed exchange ' +
    'exclude excuse execute exempt exercise exert exhaust exhibit expand expel experience explode exploit explore export expose facilitate fade favor ' +
    'favour feature fend fetch field finance flag flee flip flood flow flourish fold foster foul found frame free freeze frighten frustrate fuel fulfill ' +
    'function fund fuse garner gather generate glance govern grab grade graduate grapple greet grieve grill grind guard guide halt hammer hand hang harass ' +
    'harm harvest haul head heal heat heckle heighten herald hesitate highlight hijack hinder host hug hunt hurl illustrate impact impeach implement import ' +
    'impose impress incite incur infect inflict influence inherit inject injure inquire insert inspect inspire install institute insult integrate intensify ' +
    'interact intercept interest interfere interpret interrupt intervene interview invent invoke isolate jail jeopardize justify kick kiss kneel knock ' +
    'label lag lament land last laud leak lean leap lend lessen level leverage license lift light linger link litigate load loan lobby locate lock log loom ' +
    'loosen lower lure magnify mail march market marry mask match maximize mediate melt merge mince mind minimize mirror misstate mistake mix mobilize mock ' +
    'moderate modify monitor motivate mount mourn multiply murder narrow navigate negotiate nod nominate nudge obey obscure occupy offend offset omit ooze ' +
    'oust outline overcome overhaul overlook oversee overthrow overturn owe pack paint panic pardon park participate partner pass patrol pause peak peddle ' +
    'permit persist persuade pile pin pitch pivot plead plot plunge polish poll ponder portray pose possess postpone pound pour practice pray preach ' +
    'precede preserve presume pretend prevail price print privatize probe proceed process profit prohibit project prolong promote prompt propel prosecute ' +
    'prosper provoke punch punish purchase purge pursue qualify quell race rack rail rally range rank rate ratify rattle ravage reaffirm rebuild rebuke ' +
    'rebut reckon reclaim reconcile reconsider reconstruct recover recruit recur redeem redirect reelect refine reform refrain refuel regain register ' +
    'regret regulate reinforce reinstate reiterate relate relax relay relieve remake renew renounce renovate rent reopen repair repay repeal repel ' +
    'replicate rescind rescue research resemble resent reserve resist resolve resonate resort restore restrain restrict result resume retain retake rethink ' +
    'retire retort retreat retweet reverse revert review revise revisit revive revoke revolve reward rewrite ride rig ring rip risk roar rock roll root ' +
    'rotate ruin rush sack sacrifice safeguard sail sanction scale scare scatter schedule scoff scold score scramble scrap screen scrutinize seal search ' +
    'seat secure seize select separate settle sever shake shape shatter shed shield shift shine ship shock shop shorten shrink shrug shut side sigh signal ' +
    'silence simplify sing sink skip slam slap slash sleep slide slip slow smash smear smell smile smoke snap snub soar soften solicit solidify solve sort ' +
    'sound spark spawn specify spell spill spin split sponsor spot spread spur squeeze stabilize stage stake stall stamp stare steal steer stem step stick ' +
    'stifle stimulate stir store storm stream strengthen stretch strike strip strive stumble subject subpoena subsidize substitute sue summarize summon ' +
    'supply suppress surge surpass surrender surround suspend sustain sway sweep swell swim swing switch symbolize sympathize tackle target tax tear tease ' +
    'terminate terrorize thrive tie tighten tolerate top torture toss total tour tout track trade transfer transform translate transmit transport trap ' +
    'travel trigger trim triple troll trouble tuck twist undercut undergo undermine underscore undo unfold unify unite unleash unveil update uphold ' +
    'uproot upset utilize validate value vanish vary veer venture vet veto view violate voice volunteer wage wake wander warrant wash waste water weaken ' +
    'weave weigh welcome whip whisper widen wield wind wipe withdraw withhold withstand witness worship worsen wound wrap wreck wrestle yield'
  ).split(' '),
)

const known = new Set([...bases, ...irregular])

/** Nouns and other words that only look like a past form or a participle. */
const endsLikeVerb = new Set(
  (
    'thing nothing something anything everything during morning evening ceiling string spring king ring wing sibling wedding pudding ' +
    'need seed feed speed shed indeed hundred sacred breed creed deed greed reed weed steed naked wicked rugged kindred hatred'
  ).split(' '),
)

/** Past forms that are hardly ever anything else. */
const unmistakable = new Set(
  (
    'said told wrote spoke went came took made became got gave knew thought saw held lost began brought bought caught chose drew drove ate ' +
    'fell flew forgot grew heard kept meant met paid sold sent shook sang sat slept stood stole swore taught threw understood woke won wore ' +
    'withdrew sought fought fled built dealt replied insisted argued explained responded recalled tweeted quipped joked lamented concluded declared retorted'
  ).split(' '),
)

/** Base forms that are nouns more often than verbs. */
const nouns = new Set(
  (
    'abuse access account act address aid aim alarm alert amount answer appeal approach arm arrest attack attempt average award back balance ban bar base battle bear benefit bill blame block blow bomb book boost bottom box break ' +
    'budget call campaign care case cause center challenge chance change charge chair check claim class club comment commission concern conduct contact contest contract control cost count couple course court cover crash credit crime crowd cut ' +
    'damage dance date deal debate decline defeat defense degree delay demand design desire detail display doubt draft dream drive drop drug effect effort end estimate event exchange exercise experience express face fall favor fear feature field fight ' +
    'figure file fill film finance fire flag flight floor flow fly focus force form frame front fuel function fund gain game grade grant ground group guarantee guard guess guide gun hand head heat help hit hold home hope host house hurt impact increase influence ' +
    'interest interview issue job joke judge jump kick kind label lack land laugh lead leak level lie light limit line link list loan lock look loss love mail majority march mark market master match matter meeting measure mention mind minute mistake mix ' +
    'model moment money murder name need note notice number object offer office officer official operation order pace page pain paint panic part partner party pass path pause pay peak people percent phone picture place plan play pledge plot point poll position post power praise press price ' +
    'print prison problem process produce profit program project promise protest public push quarter question quote race rally range rank rate reach read reason rebuke record reform regard relation release remark rent reply report request rescue research reserve respect response rest result return reverse ' +
    'review reward ride ring rise risk role roll room root route row rule run rush sack sanction scale scandal scene schedule school score screen search seat sentence service set share shift shock shoot shop shot show side sight sign signal site smoke sort sound source space spark speech spin split spot spread spring ' +
    'staff stage stake stand standard star start state statement step stock stop store storm story strain stream street stress strike study style subject supply support surge surprise swing switch talk target task tax tear term test thing thought threat ticket tie time tip title toll top total touch tour track trade trail train transfer transport ' +
    'travel treat trial trick trip trouble trust try turn tweet type use value view violence visit voice vote wage wait walk wall war warrant watch water wave way week weight will wind wish wonder word work worry wound wrap year yield'
  ).split(' '),
)

/** A word in small letters → whether it is a noun more often than a verb: "plan", "plans". */
export function isRatherNoun(lower: string): boolean {
  if (nouns.has(lower)) return true
  if (!lower.endsWith('s')) return false
  return nouns.has(lower.slice(0, -1)) || (lower.endsWith('es') && nouns.has(lower.slice(0, -2)))
}

/** A word in small letters → whether it is a past form that is hardly ever anything else: "said", "wrote". */
export function isSurelyVerb(lower: string): boolean {
  return unmistakable.has(lower)
}

/** A word in small letters → whether it can be a form of a verb: a known base, a past form, "-s", "-ed" or "-ing". */
export function isVerbForm(lower: string): boolean {
  if (known.has(lower)) return true
  if (lower.length > 3 && lower.endsWith('ed')) return !endsLikeVerb.has(lower)
  if (lower.length > 4 && lower.endsWith('ing')) return !endsLikeVerb.has(lower)
  if (!lower.endsWith('s')) return false
  if (bases.has(lower.slice(0, -1))) return true
  if (!lower.endsWith('es')) return false
  return bases.has(lower.slice(0, -2)) || (lower.endsWith('ies') && bases.has(`${lower.slice(0, -3)}y`))
}
