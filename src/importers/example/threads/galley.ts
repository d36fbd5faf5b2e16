/** Off duty. */
export const GALLEY = `
= galley #headlines Headlines we would like to read

@ sorcha 2025-05-02 17:40 #headlines-start
The rules, for newcomers: one headline, invented, which would *improve a Tuesday*. Nothing cruel, nobody real. I begin:

**Consultant recommends leaving it as it is**
^ funny tomas hannes zofia bram maren quidnunc jonas; like eleni

@ tomas +12m
**Both sides claim victory, produce same photograph**
^ funny sorcha hannes zofia maren quidnunc

@ zofia +31m
**Footnote found to contain the news**, with the footnote: *see page 4*.
^ funny sorcha tomas oluwaseun jonas hannes saeki tamsin

@ pelikan +1h4m bbcode
[b]Man in street asked, has no opinion[/b]
“I would have to read up on it,” says Jürgen, 54. Crowds gather.
^ funny sorcha tomas zofia hannes quidnunc maren saeki oluwaseun bram

@ ines +3h16m
**Seven-hour summit ends early as everyone has finished speaking**
^ funny sorcha tomas eleni

@ fyodor +6h51m
**Учёные подтвердили: британские** — which means “Scientists confirmed: British”. Explaining it takes an hour, and afterwards it is not funny, only true. In compensation: **Neighbour's drill breaks**.
^ funny sorcha naama zofia tomas

@ naama +45m
**“I misread your message,” writes relative**
^ funny sorcha layla tomas zofia eleni hannes fyodor salim

@ bram +2h2m
**Rope holds**
^ like sorcha tomas maren eleni oldsalt zofia quidnunc adwoa nino

@ quidnunc +38m
**Opponent found to have a point**. Page 1, above the fold, with a picture of the point.
^ funny sorcha bram tomas zofia hannes maren oluwaseun

@ oldsalt +9h22m bbcode
[b]Printer prints[/b]
[i](by our technical correspondent, who wept)[/i]
^ funny sorcha tomas jonas zofia yian tamsin pelikan

@ layla +5h1m
**وصل في موعده**: “Arrived on time”. It is not said who or what. One reads it and at once feels better.
^ like sorcha naama salim saeki eleni zofia

@ minseo +3h38m
**모두 잘 잤다** (Everyone slept well). With a map.
^ funny sorcha saeki zofia layla; like eleni jonas

@ mathilde 2026-01-17 21:11
Two days here, and I would like to enter my own paper's best of last week, which is *not* invented: **Council to decide when to decide**. If real ones are forbidden I pay a fine.
^ funny sorcha tomas zofia hannes quidnunc

@ sorcha +16m
Forbidden, and the best in the thread. The fine is a round. Welcome.
^ like mathilde tomas bram

= galley #reading What are you reading? (2026)

@ eleni 2026-01-04 18:30 #reading-start
New year, new pile. I will begin with something that almost nobody can buy: the shipping register of our own harbour for 1871, which I am copying out at three pages an evening. It has no plot and I cannot stop. On 14 May a brig is entered with a cargo of lemons. On 2 June the same brig, the same lemons. On 20 June: *lemons, part*. I have been thinking about those lemons since Christmas.
^ like sorcha tomas zofia ines anahit saeki bram maren jonas

@ anahit +2h41m
A grammar of lichen. That is not a metaphor, it is the title. The author maintains that lichens on stone have a *syntax*, that is, some neighbours are possible and others not. After a hundred pages I looked at the north wall of our church and could read it. It says: damp, damp, damp, 1926, damp.
^ like eleni zofia saeki sorcha ines jonas; funny tomas bram

@ ines +5h12m
Something short, for once: letters between two lighthouse keepers who could see each other's light and never met. Thirty-one years. In the last third they fall out over a comma, and for four years write only the weather. I shall translate it, if somebody pays, and also if nobody does.
^ like eleni anahit sorcha zofia tomas bram hannes maren naama layla

@ salim +3h30m #reading-atlas
An atlas of 1911 in which the mapmaker has entered every well with a sign for the *taste* of its water: sweet, salty, “of iron”, “of sorrow”. I have found two of his wells. The one of iron is right.
^ like anahit eleni ines layla zofia saeki jonas naama

@ quidnunc +1h7m
And the one of sorrow?
^ like eleni zofia

@ salim +10h45m
There is a petrol station on it.
^ like ines layla eleni anahit saeki naama; funny quidnunc tomas sorcha

@ oldsalt +1d2h bbcode
The manual of my new radio. 340 pages. On page 212 somebody has written [i]“I know you are tired. Press MENU twice.”[/i] It is the best technical writing I have seen in fifty years, and I pressed, and it worked.
^ like jonas tamsin sorcha bram yian; funny eleni zofia tomas pelikan

@ mathilde +12d5h
This forum, backwards. I am in October 2025. Nobody tell me who had the ladder.
^ funny sorcha bram zofia tomas quidnunc eleni maren pelikan jonas hannes tamsin

= galley #typos The typo hall of fame

@ hannes 2026-09-04 16:02 #typos-start
Found today in the official timetable of a valley railway: “On public holidays this train runs *only in spirits*.” Previously it will have said *only in winter*, though I could not tell you how. I hereby open the hall of fame. Bring exact words and the place.
^ funny sorcha tomas zofia bram jonas pelikan

@ sorcha +39m
My own, in print, 2014, obituaries: “She leaves a husband, three children and a *loose of friends*.” Her daughter rang. I prepared for the worst. She said that it was the first thing in the notice that sounded like her mother, and could we leave it.
^ like hannes eleni ines bram zofia tomas naama; funny quidnunc

@ naama +4h50m
A menu in Haifa, the English side: “Fresh fish, according to the *sin*.” It was meant to be *sun*, or *season*, and has been there since 1996. I know people who order by it.
^ funny hannes sorcha layla eleni zofia tomas salim

@ gulcin +2h24m
Our city's notice about the water pipes: “The water will be *cut out and kept* from 9 to 17.” Several people did.
^ funny hannes sorcha naama zofia eleni priya pelikan

@ saeki +7h9m
Conversion errors are our national sport, since one types by sound. A colleague announced to all departments that a meeting would be held in the 「貴社の記者が汽車で帰社」 style: *your company's reporter returns to the office by train*. These are four words, and all of them are pronounced *kisha*. It was meant to be a test of the mailing list. Nobody wrote back for a day, out of respect.
^ funny hannes sorcha yian minseo naama zofia tomas; like ines

@ zofia +1h31m
In a court file, and therefore with a page number (II, 114): “The accused *baked* out of the car park.” He was sentenced for that, too. I have always wondered what came out.
^ funny hannes sorcha tomas gulcin eleni quidnunc bram pelikan

@ bram +3h3m
Sea chart, corrected by hand, 1974: “Dangerous *wife*, marks not visible.” My father would not have it changed.
^ funny hannes sorcha zofia oldsalt tomas quidnunc maren

@ pelikan +52m bbcode
This forum, Rules, 2019 to 2021: “Members are asked to [i]breathe before posting[/i].” It was meant to be [i]breeze through the rules[/i]. I was against the correction.
^ like tamsin tomas zofia; funny hannes sorcha quidnunc bram

@ tamsin +1h18m
I can settle this: *breathe* was the intention and *breeze* was the correction. It was put back in 2021, on the advice of everyone.
^ like pelikan hannes zofia tomas bram sorcha; funny quidnunc

= galley #weather-all Weather, all of it

@ nino 2025-12-10 09:15 #weather-orders
By order of the Minister of Precipitation this is now the weather. Three rules.

1. Say where, and say what you *saw*. Forecasts only as literature.
2. Weather in other threads remains there. Leave a line here that leads to it. Thus: the pellets are in *Port strike*, the silt in *How a port stands still*, the flood in *Dunmarrow dam*, the pink in *Brightmere*. The dough has been moved to the kitchen.
3. It may be contradicted, but not by people who are indoors.

Batumi, eight in the morning: rain, fine, from the sea, with an air of having been here before us.
^ like jonas leilani tomas eleni sorcha; funny zofia tamsin

@ jonas +24m
Umeå, minus twenty-three. Snow squeaks under the boots from about minus ten, and the colder it is the higher the note. Ours is at present roughly an F sharp. I checked it against the piano with the window open, for which I have been spoken to.
^ funny nino leilani sorcha zofia hannes; like anahit

@ salim +2h36m
العقبة: هطل المطر أمس إحدى عشرة دقيقة. Aqaba: yesterday it rained for eleven minutes. Lessons were interrupted so that everybody could look at it.
^ like nino layla naama leilani eleni saeki; funny jonas

@ leilani +7h2m
Hilo: *showers, mainly windward and upslope.* I put it in italics because it is a quotation. The office has issued the same sentence since my mother was at school. I asked them once whether they ever look out. They said: “We don't have to. You would have called.”
^ funny nino jonas sorcha zofia tomas hannes quidnunc; like salim

@ pelikan +10h47m bbcode
Rostock: horizontal.
^ funny nino jonas bram hannes zofia sorcha; like maren

@ saeki +3h19m
長崎は時雨。*Shigure* is the rain of early winter that begins, thinks better of it, and begins again a street further on. There is no tense for it in English. It has rained, is about to have rained, and you are dry.
^ like nino leilani jonas eleni ines anahit layla yian

@ bram 2026-01-11 16:05
Ostend, force eight. The gulls are walking.
^ funny nino jonas pelikan zofia sorcha maren oldsalt eleni quidnunc; like tomas

@ nino 2026-03-21 07:30
Winter report of the ministry, from the jar on my balcony, 1 December to 20 March: **912 millimetres** on 74 of 110 days. Longest dry spell: two days, in January, during which three neighbours asked whether I was well. The jar has been calibrated against the jar of my aunt. I thank all observers. The budget was one jar.
^ like jonas leilani oluwaseun zofia tomas eleni salim; funny tamsin quidnunc sorcha bram
`
