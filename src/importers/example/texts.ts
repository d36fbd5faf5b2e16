import { ABOUT } from './threads/about.ts'
import { AGORA_EAST } from './threads/agora-east.ts'
import { AGORA_WEST } from './threads/agora-west.ts'
import { ASSEMBLIES } from './threads/assemblies.ts'
import { FENNICK_BELL } from './threads/fennick-bell.ts'
import { FIGURES } from './threads/figures.ts'
import { GALLEY } from './threads/galley.ts'
import { PORT_ARTICLES } from './threads/port-articles.ts'
import { PORT_CREWS } from './threads/port-crews.ts'
import { PORT_MONEY } from './threads/port-money.ts'
import { PORT_PAPERS } from './threads/port-papers.ts'
import { PORT_STRIKE } from './threads/port-strike.ts'
import { PORT_STRIKE_SETTLEMENT } from './threads/port-strike-settlement.ts'
import { PRESS } from './threads/press.ts'
import { SCIENCE } from './threads/science.ts'
import { SOURCES_DESK } from './threads/sources-desk.ts'
import { TONGUES } from './threads/tongues.ts'
import { WATER } from './threads/water.ts'

/** Every text in the notation; a thread that is told in two texts has them joined. */
export const TEXTS: readonly string[] = [
  PORT_STRIKE + PORT_STRIKE_SETTLEMENT,
  ABOUT,
  AGORA_EAST,
  AGORA_WEST,
  ASSEMBLIES,
  FENNICK_BELL,
  FIGURES,
  GALLEY,
  PORT_ARTICLES,
  PORT_CREWS,
  PORT_MONEY,
  PORT_PAPERS,
  PRESS,
  SCIENCE,
  SOURCES_DESK,
  TONGUES,
  WATER,
]
