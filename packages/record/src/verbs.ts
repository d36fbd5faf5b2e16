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
    'save say see seek seem sell send serve set share shoot show shout sign sit speak speculate spend stand start state stay stop stress struggle study submit succeed suffer suggest support suppose surprise survive suspect swear take talk teach tell tend testify thank think threaten throw touch train treat trust try turn tweet understand urge use visit vote vow wait walk want warn watch wear win wish wonder work worry write yell'
  ).split(' '),
)

/** A word in small letters → whether it can be a form of a verb: a known base, a past form, "-s", "-ed" or "-ing". */
export function isVerbForm(lower: string): boolean {
  if (bases.has(lower) || irregular.has(lower)) return true
  if (lower.length > 4 && lower.endsWith('ed')) return true
  if (lower.length > 5 && lower.endsWith('ing')) return true
  if (!lower.endsWith('s')) return false
  if (bases.has(lower.slice(0, -1))) return true
  if (!lower.endsWith('es')) return false
  return bases.has(lower.slice(0, -2)) || (lower.endsWith('ies') && bases.has(`${lower.slice(0, -3)}y`))
}
