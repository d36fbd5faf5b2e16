import { PORT_CREWS } from './threads/port-crews.ts'
import { PORT_MONEY } from './threads/port-money.ts'
import { PORT_STRIKE } from './threads/port-strike.ts'
import { PORT_STRIKE_SETTLEMENT } from './threads/port-strike-settlement.ts'

/** Every text in the notation, in any order; a thread may be told in several texts that are joined here. */
export const TEXTS: readonly string[] = [PORT_STRIKE + PORT_STRIKE_SETTLEMENT, PORT_MONEY, PORT_CREWS]
