/** What a reporting verb takes, and so where the reported words can stand. */
export interface Cue {
  /** The base form: "say"; with its particle: "point out". */
  readonly verb: string
  /** `base`: "say"; `present`: "says"; `past`: "said", finite or a participle; `participle`: "written"; `ing`: "saying". */
  readonly form: 'base' | 'present' | 'past' | 'participle' | 'ing'
  /** The word that must follow it: "out" of "pointed out"; '' for none. */
  readonly particle: string
  /** `free`: a clause with or without "that"; `that`: only behind "that"; `none`: no clause. */
  readonly clause: 'free' | 'that' | 'none'
  /** Can stand beside the words: "…, he said". */
  readonly aside: boolean
  /** Takes the person spoken to as its object: "told reporters that". */
  readonly person: boolean
  /** Takes a question: "asked whether", "explained how". */
  readonly question: boolean
  /** Takes a person and what they are asked to do: "urged them to go". */
  readonly urges: boolean
  /** Takes what is spoken of as its object, and tells speech only with words in marks: "called it 'a mistake'". */
  readonly object: boolean
  /** Its object is what was said, in marks or not: "cited the cost of gas", "expressed doubts about the plan". */
  readonly content: boolean
  /** Tells what somebody thinks or feels, which is not speech. */
  readonly thought: boolean
}

type Form = Cue['form']
type Taken = Omit<Cue, 'verb' | 'form' | 'particle'>

const NOTHING: Taken = {
  clause: 'none',
  aside: false,
  person: false,
  question: false,
  urges: false,
  object: false,
  content: false,
  thought: false,
}

/** Each group: what the verbs take, and the verbs in their base forms; a particle follows after "+". */
const GROUPS: readonly (readonly [Partial<Taken>, string])[] = [
  [
    { clause: 'free', aside: true },
    `say add allege argue assert claim concede contend declare emphasize emphasise insist joke lament maintain
     note observe quip remark reiterate state stress tweet write testify protest muse opine complain concur counter
     caution cry shout yell reply respond retort scoff report post blog acknowledge admit announce point+out
     affirm avow boast brag clarify conclude confide confirm disclose divulge elaborate enthuse exclaim gripe grouse
     grumble gush interject lecture marvel mention murmur mutter note+down preach proclaim profess rant recall recount
     rejoin relate remonstrate reveal rumble scold snap speculate stipulate surmise sneer theorize theorise underline
     swear vow pledge threaten agree underscore venture volunteer vent whine whisper demur deadpan chime+in wager email text message quote`,
  ],
  [{ clause: 'free', aside: true, question: true }, 'explain predict specify hint indicate suggest imply'],
  [{ clause: 'free', aside: true, person: true }, 'promise'],
  [{ clause: 'free', aside: true, person: true, question: true, urges: true }, 'tell warn'],
  [{ clause: 'free', aside: true, person: true }, 'inform assure remind notify brief'],
  [{ clause: 'that', aside: true, person: true, urges: true }, 'advise instruct urge counsel exhort'],
  [{ clause: 'none', aside: true, person: true, question: true, urges: true }, 'ask'],
  [{ clause: 'none', aside: true, question: true }, 'wonder inquire enquire query'],
  [{ object: true, person: true, urges: true }, 'call+on implore beseech'],
  [{ aside: true, question: true, object: true, content: true }, 'question'],
  [{ object: true, content: true }, 'cite express voice denounce dismiss call+for'],
  [
    { clause: 'that', aside: true },
    'answer demand deny propose recommend request signal attest certify charge repeat',
  ],
  [{ aside: true }, 'offer continue begin start+off go+on sum+up'],
  [{ clause: 'that' }, 'rule order dispute hold deduce decree'],
  [
    { object: true },
    `call describe characterize characterise portray brand dub label decry condemn blast slam praise
     hail laud deride mock ridicule refer+to compare liken depict criticize criticise attack accuse blame assail chide
     rail+against lash+out speak+of talk+about talk+of reference pan tout defend paint cast rip bash credit
     applaud commend lambast lambaste deplore rebuke berate belittle term deem
     discuss address raise point+to`,
  ],
  [
    { clause: 'free', thought: true },
    `think believe feel know hope fear expect suspect suppose guess imagine assume figure doubt worry understand
     consider realize realise learn hear see find show mean wish decide determine estimate remember forget judge
     reckon prove demonstrate discover notice perceive reason regard sense want plan intend like love hate prefer`,
  ],
]

/** Forms that the rules of spelling do not give: base, past, participle. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  say: ['said', 'said'],
  write: ['wrote', 'written'],
  tell: ['told', 'told'],
  swear: ['swore', 'sworn'],
  begin: ['began', 'begun'],
  go: ['went', 'gone'],
  hold: ['held', 'held'],
  speak: ['spoke', 'spoken'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  hear: ['heard', 'heard'],
  see: ['saw', 'seen'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  mean: ['meant', 'meant'],
  forget: ['forgot', 'forgotten'],
  cast: ['cast', 'cast'],
  rebut: ['rebutted', 'rebutted'],
}

const DOUBLED = new Set(
  'quip brag snap dub slam pan rip blog plan demur forget begin refer admit rebut regret infer'.split(' '),
)

const stem = (verb: string) => (DOUBLED.has(verb) ? verb + verb.at(-1) : verb)
const endsInConsonantAndY = (verb: string) => /[^aeiou]y$/.test(verb)

function presentOf(verb: string): string {
  if (endsInConsonantAndY(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z|go)$/.test(verb) ? `${verb}es` : `${verb}s`
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return endsInConsonantAndY(verb) ? `${verb.slice(0, -1)}ied` : `${stem(verb)}ed`
}

function ingOf(verb: string): string {
  return verb.endsWith('e') && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${stem(verb)}ing`
}

function formsOf(verb: string): [string, Form][] {
  const irregular = IRREGULAR[verb]
  const [past, participle] = irregular ?? [pastOf(verb), pastOf(verb)]
  const forms: [string, Form][] = [
    [verb, 'base'],
    [presentOf(verb), 'present'],
    [past, 'past'],
    [ingOf(verb), 'ing'],
  ]
  if (participle !== past) forms.push([participle, 'participle'])
  // As they are spelled in Britain: "labelled", "signalling".
  if (/[^aeiou][aeiou]l$/.test(verb)) forms.push([`${verb}led`, 'past'], [`${verb}ling`, 'ing'])
  return past === verb ? forms.slice(1) : forms
}

function addCues(table: Map<string, Cue[]>): Map<string, Cue[]> {
  for (const [taken, verbs] of GROUPS) {
    for (const entry of verbs.split(/\s+/)) {
      const [verb = '', particle = ''] = entry.split('+')
      for (const [word, form] of formsOf(verb)) {
        const cue = { ...NOTHING, ...taken, verb: particle ? `${verb} ${particle}` : verb, form, particle }
        table.set(word, [...(table.get(word) ?? []), cue])
      }
    }
  }
  return table
}

const CUES = addCues(new Map())

/** The forms of all reporting verbs, in small letters. */
export const REPORTING_VERBS: readonly string[] = [...CUES.keys()]

/**
 * A word and the word behind it, both in lower case → the reporting verb that the word is a form of; undefined for none.
 * Whether the word is a verb where it stands ("claims" can be a noun) the list cannot say. A verb with a particle comes
 * before the bare verb: "called" with "for" behind it is "call for".
 */
export function cueOf(word: string, next: string): Cue | undefined {
  const cues = CUES.get(word)
  if (!cues) return undefined
  for (const cue of cues) if (cue.particle !== '' && cue.particle === next) return cue
  for (const cue of cues) if (cue.particle === '') return cue
  return undefined
}

/** Nouns that can carry what was said in a clause: "the claim that", "a warning that". */
export const REPORTING_NOUNS: ReadonlySet<string> = new Set(
  `claim claims allegation allegations assertion assertions accusation accusations argument statement statements
   suggestion suggestions warning warnings complaint complaints contention insistence announcement prediction
   predictions admission acknowledgment acknowledgement declaration reminder assurance assurances remark remarks
   comment comments promise pledge vow denial denials rumor rumors rumour rumours charge charges report reports
   concession testimony message recommendation`.split(/\s+/),
)
