const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** The writer speaks of himself. */
const FIRST_PERSON = words('i me my mine myself we our ours ourselves imo imho')
/** The reader is spoken to: advice, instruction, talk. */
const SECOND_PERSON = words('you your yours yourself yourselves')

/** An opinion, a wish, a guess: nobody can be asked for the source of these. */
const OPINION = words(
  'should shouldn ought maybe perhaps hopefully hope hopes wish presumably arguably supposedly guess imagine seems seem seemed apparently surely obviously frankly honestly personally ' +
    'ridiculous stupid idiotic disgusting disgrace shameful pathetic awful terrible horrible great wonderful beautiful amazing brilliant fantastic best worst evil insane crazy absurd nonsense sad funny lol haha unfortunately sadly thankfully ' +
    'deserve deserves better bad good wrong right unfair fair boring overrated underrated probably likely unlikely possibly feels love hate please let lets',
)
/** What may or would be is not yet so. */
const UNREAL = words('could might may would if unless whether suppose supposing imagine')

/** What a word makes of its sentence: talk between people, an opinion, or what is not so yet. */
export const TONES: ReadonlyMap<string, 'talk' | 'opinion' | 'unreal'> = new Map([
  ...[...UNREAL].map(word => [word, 'unreal'] as const),
  ...[...OPINION].map(word => [word, 'opinion'] as const),
  ...[...FIRST_PERSON, ...SECOND_PERSON].map(word => [word, 'talk'] as const),
])

/** A line that begins so speaks to somebody, or tells somebody what to do. */
export const ADDRESSES = words(
  'hi hello hey dear thanks thank welcome congratulations congrats sorry cheers regards greetings yes no yeah ok okay well oh wow lol ' +
    'look let please check read see note consider remember don stop go take try watch click visit use make keep ask tell give add come wait listen stay send write share vote join sign call help buy get put set turn open close follow imagine forget ignore enjoy avoid never always edit update source sources via quote',
)

/** Pronouns: a sentence about them does not name its subject. */
export const PRONOUNS = words(
  'he she it they this that these those there here who what which one some many most few all both such',
)

/** Finite verbs of the past that do not end in "-ed", and auxiliaries: what a sentence about an event has. */
export const EVENT_VERBS = words(
  'was were had has have did became began broke brought built bought came chose cut drew drove fell fought found flew gave got grew held hit kept killed knew laid led left lost made met paid put ran rose said saw sent set shot shut sold sought spent split spoke spread stole stood struck swore swept took taught tore told threw took understood went withdrew won wrote is are',
)
/** Of these a past participle or an adjective follows, and the sentence tells how things are rather than what happened. */
export const STATES = words('is are')

/** Capital letters at the beginning of a sentence that make no name. */
export const OPENERS = words(
  'the a an in on at by for from with after before during since when while as although though despite because but and or so if however meanwhile moreover furthermore according under over about between among then now today yesterday last next this that these those there here it he she they we i you his her its their our my your not no all some many most few one two three both each every another other such what who how why where which even only also just',
)
