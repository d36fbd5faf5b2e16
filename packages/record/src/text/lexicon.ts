import type { Tag } from './tokens.ts'

/** Words of closed classes, with the part of speech that they have most often. */
const closed: Readonly<Partial<Record<Tag, string>>> = {
  PRON:
    'i you he she it we they me him us them myself yourself himself herself itself ourselves themselves mine yours hers ' +
    'ours theirs who whom whoever whomever what whatever someone somebody anyone anybody everyone everybody nobody noone ' +
    'something anything everything nothing none there oneself',
  DET: 'the a an this that these those my your his her its our their whose which each every either neither some any no all both another such what few many much several half',
  ADP:
    'of in on at by for with from to about into over after under between through during against without within along across behind beyond ' +
    'near toward towards upon among amid amongst despite except per via inside outside onto off above below beneath beside besides around down up since until till ' +
    'throughout unlike like concerning regarding versus vs. aboard alongside amidst atop out past plus minus',
  CCONJ: 'and or but nor yet & plus',
  SCONJ:
    'that because if although though while whereas unless whether as than once lest when where why how before after since until',
  AUX: "be am is are was were been being 's 're 'm has have had having 've do does did 'd will would 'll can could may might must shall should ought ca wo",
  PART: "not n't to '",
  NUM:
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen',
  ADV:
    'also just now then here so too very still even never ever always often again already only rather quite almost ' +
    'soon once twice however therefore thus instead perhaps maybe indeed meanwhile later earlier ago yesterday today tomorrow tonight ' +
    'more most less least well back away together apart else far further furthermore moreover nevertheless nonetheless otherwise ' +
    'sometimes somewhat yet please not anyway elsewhere everywhere somewhere nowhere forward abroad ahead aside afterward afterwards ' +
    'likewise long much hence altogether right',
  ADJ:
    'new old good great high low big small large little young early late own other same last next first second third former ' +
    'able bad best better black white blue red green certain clear close common current dead deep different difficult due easy entire ' +
    'fair final fine foreign free full general happy hard heavy hot huge human important key left likely local long main major medical ' +
    'military modern national native natural nice only open poor possible present private proper public ready real recent religious rich ' +
    'serious short significant similar simple single social special strong sure true various western whole wide wild wrong ' +
    'ranking acting retired outgoing incoming founding managing democratic republican conservative liberal federal presidential senior longtime top chief ' +
    'many much few several more most less least enough afraid alone aware alive unable unlikely worth subject glad sad sorry proud tough',
}

const table = new Map<string, Tag>()
for (const tag of ['ADJ', 'ADV', 'NUM', 'DET', 'CCONJ', 'ADP', 'SCONJ', 'PRON', 'AUX', 'PART'] as const) {
  for (const word of (closed[tag] as string).split(' ')) table.set(word, tag)
}
for (const word of 'in on at by for with from of about into over under'.split(' ')) table.set(word, 'ADP')
for (const word of 'that his her what this these those all such each both some any'.split(' '))
  table.set(word, 'DET')
table.set('that', 'SCONJ')

/** A word in small letters → its part of speech if it is of a closed class; of several the one met most often. */
export function closedTag(lower: string): Tag | undefined {
  return table.get(lower)
}
