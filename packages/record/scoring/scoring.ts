/** Scores what was read against what people annotated: for whoever changes the engine or wants to compare another. */

export { hits } from './counts.ts'
export { emptyScore, type GoldQuote, type GoldText, type QuoteScore, scoreText } from './quotes.ts'
export { type Row, rowsOf, type Scores } from './table.ts'
export {
  emptyDateScore,
  emptyStrayScore,
  type GoldDates,
  type GoldFigures,
  type GoldStray,
  scoreDates,
  scoreFigures,
  scoreStray,
} from './values.ts'
