/** Dams, ferries and night trains. */
export const WATER = `
= water #dam Dunmarrow dam: who opened the gates at 04:10?

@ eleni 2025-10-27 08:33 #dam-start
Night of 25 to 26 October: after three days of rain the Dunmarrow reservoir released water without the usual siren. The lower road at Brack flooded at 04:50, eleven cars were carried off, nobody was hurt. The operator, Marrow Hydro, says that “the automatic system acted as designed”. The district says that nobody was told.

Two facts I have so far: the level was 301.6 m at midnight ([gauge](https://gauges.marrow.example/dunmarrow)), and the gates open by themselves at 302.0. I do not have the level at 04:10. The gauge page shows a gap from 03:30 to 05:15.
^ like jonas tomas zofia maren oluwaseun

@ jonas +49m #dam-gap
A gap at the only interesting moment is a classic, but before we get excited: gauges report by mobile network, and the mast at Brack stands on the lower road. If the road flooded at 04:50, the mast explains the end of the gap and not its beginning. What happened at 03:30?
^ like eleni zofia oluwaseun priya quidnunc

@ oluwaseun +1h17m
One can bound it. Inflow that evening was about 140 cubic metres a second at the upstream gauge, which kept working. The lake has an area of roughly 3.9 square kilometres at that level. So 40 centimetres are 1.56 million cubic metres, which is 3.1 hours with all outlets shut. Midnight plus three hours and six minutes: **03:06**. The gates should have opened an hour *earlier* than they did.
^ like eleni jonas zofia priya tomas saeki yian

@ quidnunc +38m #dam-turbines
“With all outlets shut.” The turbines run at night too. Take off what they draw, say 35 cubic metres a second, and you get four hours and eight minutes, which lands on 04:08.
^ like oluwaseun jonas eleni zofia tomas priya

@ oluwaseun +12m
Then it was the machine, and it was on time. Well reasoned. I forgot that a power station makes power.
^ like quidnunc jonas; funny zofia tomas

@ eleni +4h2m #dam-siren
So the gates were *right* and the siren was not. I prefer that: it is a smaller question. Who sounds the siren? According to the emergency plan (page 14), “the operator on duty, by telephone to the district, which triggers it”. Two people and a telephone, at four in the morning.
^ like jonas bram zofia maren tomas

@ bram +1h30m
There you have it. A machine that opens a gate and a person who must be told about it by the machine's owner. On a boat we would say: the rope has no mate.
^ like eleni jonas maren hannes

@ gulcin 2025-10-29 18:20 #dam-brack
I have a cousin in Brack. What she wrote this evening, with her permission:

My car was among the eleven. I heard no siren, I heard my neighbour, who was shouting the name of his dog. That is why most of us woke up. The dog is called Admiral. He is well.

We were told afterwards to download a program for the telephone that warns of floods. The mast for the telephones was the first thing to go.

My car was among the eleven. I heard no siren, I heard my neighbour, who was shouting the name of his dog. That is why most of us woke up. The dog is called Admiral. He is well.

We were told afterwards to download a program for the telephone that warns of floods. The mast for the telephones was the first thing to go.

The insurance wants to know whether it was rain or a dam. Rain they pay, a dam they do not. Everybody on our street now says rain.
~ +1h20m Asked to add that she is not looking for money
+ She asks me to add that she wants nothing from anybody. She wants the siren on a pole, with a battery.
^ like eleni bram maren sorcha zofia tomas; funny pelikan

@ sorcha +37m
[quote #dam-brack]
Everybody on our street now says rain.
[/quote]

There is a whole novel in that. (Two paragraphs have come in twice, Gülçin. I do not mind; Admiral deserves it.)
^ like gulcin eleni tomas zofia; funny pelikan jonas

@ leilani +11h45m
We have lava and not dams, but the warning chain is the same, and so is the hole in it: whoever knows it first has both hands full. Ours was solved by a very unglamorous thing. The *gauge* rings the siren, and people are only allowed to switch it **off**.
^ like eleni jonas bram oluwaseun hannes quidnunc zofia gulcin

@ eleni 2026-02-19 09:12 #dam-report
Report of the inspectors ([pdf, 41 pages](https://dam-safety.quillon.example/2026/dunmarrow)): gates opened at 04:09; call to the district at 04:11; the district's line was **engaged until 04:38**, because a resident had rung to ask why the river was so loud. Siren at 04:41, nine minutes before the road went.

Recommendation 1 is Leilani's, nearly word for word: sirens to be triggered by level, to be silenced by hand.
^ like leilani jonas bram oluwaseun quidnunc zofia tomas maren gulcin sorcha hannes

@ gulcin +52m
There *was* a siren? My cousin says that nobody heard it. It stands on the roof of the school in Upper Brack, behind the hill. It was very well heard in the reservoir.
^ like eleni jonas sorcha; funny quidnunc pelikan tomas

= water #skarn Skarn ferry: winter timetable cut to one sailing a day

@ rafael 2025-11-08 14:10 #skarn-start
The island of Skarn (390 people) goes from three ferry sailings a day to one from 1 December. The company argues with “an average load of 14 %”. Has anyone looked at the average? I teach seventeen-year-olds, and they smelled it before I did: average of *what*, they asked. A ferry that is full on Friday and empty on Tuesday has a very good reason to sail on Tuesday, which is that Friday has to come from somewhere.
^ like oluwaseun maren adwoa bram

@ oluwaseun +1h8m #skarn-load
Your students deserve an answer. 14 % is passengers per *seat*, over all sailings from January to September. Per *car deck* it is 61 %. People on islands do not travel to sit, they travel to fetch things. [Operating report](https://skarn-line.example/report-2025), pages 6 and 22; sixteen pages lie between the two figures, and I believe that is intentional.
^ like rafael maren adwoa zofia tomas jonas

@ bram +2h41m
A ferry is not there for the people on board. It is there for the people who know that it goes.
^ like rafael maren eleni nino leilani adwoa tomas sorcha

@ quidnunc +35m
A handsome sentence, and every subsidy in the world fits into it. €31,000 per islander and year. At what amount would you say no?
^ like hannes; disagree bram eleni

@ leilani +7h20m
€31,000 *per islander*? Then either the island is tiny or the figure is. May I ask for its parent?
^ like zofia oluwaseun

@ quidnunc +1h3m
You may, and it blushes. I divided the whole company's subsidy (€12.1 million, annual report) by the people of one island. They run four routes. Skarn's share is 2.9 million, so about €7,400.
^ like leilani zofia oluwaseun rafael maren tomas

@ zofia +22m
“Somebody **divided** it.” Type four in the list. It is always the denominator.
^ funny oluwaseun quidnunc tomas; like rafael

@ rafael 2026-01-30 16:25
An epilogue. My class wrote to the company with both percentages and asked which of the two was used to decide on the size of the new ship. The answer came yesterday: the car deck. They are keeping two sailings until Easter “on account of renewed analysis”. Twenty-six teenagers are impossible to teach this week.
^ like zofia oluwaseun maren bram tomas eleni sorcha leilani adwoa quidnunc tamsin mathilde

= water #sleeper Night train Quillon–Castel Orino returns, without beds

@ thuylinh 2026-05-11 20:40 #sleeper-start
The night train is back from 14 June, so the railway announces, “with a modern seating concept”. I searched the whole leaflet for the word *bed*. It is on page 5, in the sentence “Bedding is not required”.
^ funny tomas zofia pelikan sorcha quidnunc ines jonas; like maren

@ ines +1h36m #sleeper-concept
As soon as a thing is called a *concept*, you may be sure that it was taken out. A lighting concept: it is dark. A catering concept: there is a machine. A seating concept: you will sit.
^ like tomas hannes zofia maren sorcha; funny thuylinh pelikan quidnunc

@ hannes +44m
I must defend them a little. Night trains died of the beds: a sleeping car carries a third of the people at the same weight. If the choice is between seats and no train, I take the seats, an inflatable neck and my dignity, in this order.
^ like quidnunc jonas; disagree thuylinh

@ minseo +9h2m
Korea abolished them entirely when the fast lines came. I took the last one from Busan in both senses: the last train, and the last time I woke up in a different landscape with somebody else's grandmother offering me an egg. You cannot get the egg at 300 km/h.
^ like thuylinh ines tomas eleni sorcha maren saeki layla; funny pelikan

@ pelikan +2h27m bbcode
[quote #sleeper-concept]
A seating concept: you will sit.
[/quote]
[quote]Passengers are reminded that standing is also a concept.[/quote]
^ funny ines thuylinh tomas zofia quidnunc

@ thuylinh 2026-06-16 07:15
Took it on the second night. Report: I slept four hours, across three seats, with the tacit consent of a cellist. At 05:20, in the long curve above the sea, everyone woke up at the same moment and nobody said anything. There was no egg. But there was a pear, cut by a stranger, and it was handed round. I withdraw half of my complaint.
^ like ines minseo tomas maren eleni sorcha hannes zofia layla saeki bram
`
