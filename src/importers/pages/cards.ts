import { type Clock, parseMoment } from './dates.ts'
import { type Card, EMPTY_CARD } from './model.ts'

type Field = 'joined' | 'messages' | 'reactionScore' | 'country' | 'location'

/** The labels of a member card as boards print them in the languages they are translated into. */
const LABELS: Record<Field, string> = {
  joined:
    'joined|join date|joined date|registered|member since|registration date|mitglied seit|registriert|registriert seit|' +
    'dabei seit|anmeldedatum|beitritt|inscription|inscrit|inscrit le|inscrit depuis|membre depuis|date d’inscription|' +
    "date d'inscription|enregistré le|registrado|se incorporó|desde|fecha de ingreso|miembro desde|ingreso|registro|" +
    'iscritto|iscritto il|iscritto dal|registrato|registrato il|data registrazione|dołączył|dołączył(a)|dołączyła|' +
    'rejestracja|zarejestrowany|data rejestracji|регистрация|зарегистрирован|дата регистрации|на форуме с|присоединился|' +
    'lid geworden|lid sinds|geregistreerd|registratiedatum|aangemeld|registrado em|membro desde|data de registro|entrou em|' +
    'inscreveu-se|medlem sedan|gick med|medlem siden|tilmeldt|registrován|založen|katılım|kayıt',
  messages:
    'messages|posts|post count|total posts|message count|beiträge|anzahl beiträge|nachrichten|mensajes|publicaciones|' +
    'messaggi|post|posty|wiadomości|postów|сообщения|сообщений|сообщ|посты|постов|berichten|mensagens|postagens|' +
    'inlägg|meddelanden|indlæg|příspěvky|zpráv|mesajlar|mesaj|odpowiedzi|aantal berichten|contributions',
  reactionScore:
    'reaction score|reactions|reaction points|likes received|likes|punkte reaktionen|reaktionspunkte|reaktionen|' +
    "reaktionswert|erhaltene likes|zustimmungen|score réactions|score de réaction|réactions|j’aime reçus|j'aime reçus|" +
    'puntuación de reacciones|puntuación reacciones|puntos de reacción|punteggio reazioni|punteggio di reazione|wynik reakcji|' +
    'punkty reakcji|реакции|баллы реакций|реакций|симпатии|waardering|reactiescore|waarderingsscore|pontuação de reações|' +
    'reaktionspoäng|reaktionsscore|tepki puanı',
  country: 'country|land|pays|país|paese|nazione|kraj|страна|ülke|země',
  location:
    'location|from|ort|wohnort|standort|localisation|lieu|ville|ubicación|ubicacion|lugar|localidad|località|residenza|' +
    'lokalizacja|skąd|miejscowość|откуда|местоположение|город|адрес|woonplaats|locatie|localização|localidade|plats|sted|' +
    'bydliště|konum|şehir',
}

const FIELD_OF = new Map<string, Field>(
  (Object.keys(LABELS) as Field[]).flatMap(field =>
    LABELS[field].split('|').map(label => [label, field] as const),
  ),
)

/** Longer texts than this beside a label are no place but the beginning of a post. */
const PLACE_MAX = 100

/** A printed label → the field it stands for, or null for labels a card of ours has no place for. */
export const fieldOf = (label: string): Field | null =>
  FIELD_OF.get(
    label
      .toLowerCase()
      .normalize('NFC')
      .replace(/\s*:?\s*$/, '')
      .trim(),
  ) ?? null

/**
 * A printed count → the number: `2.206`, `1,135`, `1 982` with a space of any width, `10.3K`, `-4`, `2 posts`; null when
 * it holds none.
 */
export function parseCount(printed: string): number | null {
  const found = /^[^\d-]{0,20}(-?\d{1,3}(?:[\s.,'’]\d{3})+|-?\d+)(?:[.,](\d{1,2}))?\s?([KkMm]\b)?/.exec(
    printed.slice(0, 60),
  )
  if (!found) return null
  const whole = Number((found[1] as string).replace(/[^\d-]/g, ''))
  const unit = found[3] ? (found[3].toLowerCase() === 'k' ? 1_000 : 1_000_000) : 1
  const exact = unit === 1 ? whole : Math.round(Number(`${whole}.${found[2] ?? 0}`) * unit)
  return Number.isSafeInteger(exact) ? exact : null
}

/** A place as printed, or null when the text beside the label is empty or too long to be one. */
export const parsePlace = (printed: string): string | null =>
  printed.trim() === '' || printed.length > PLACE_MAX ? null : printed.trim()

/** Label and value pairs in printed order, and a title → the card; the first value of a field counts. */
export function readCard(
  title: string | null,
  pairs: readonly (readonly [string, string])[],
  clock: Clock,
): Card {
  const card: Card = {
    ...EMPTY_CARD,
    title: title === null || title.trim() === '' ? null : title.trim().slice(0, 200),
  }
  for (const [label, value] of pairs) {
    const field = fieldOf(label)
    if (field === 'joined') card.joined ??= parseMoment(value, clock)
    else if (field === 'messages' || field === 'reactionScore') card[field] ??= parseCount(value)
    else if (field) card[field] ??= parsePlace(value)
  }
  return card
}

/** Lines such as `Posts: 26` → pairs; lines without a colon are left out. */
export function pairsOf(lines: readonly string[]): [string, string][] {
  return lines.flatMap(line => {
    const colon = line.search(/[:：]/)
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as [string, string]] : []
  })
}
