/** The vote, the agreement and the port next door. */
export const PORT_PAPERS = `
= harbour #vote The vote: 412 to 377

@ thuylinh 2025-03-21 20:47 #vote-result
From the union's office door, photographed by three people at once and therefore readable: **412 against** the second offer, **377 for**, 0 spoiled. Entitled were 803, so fourteen did not come. Turnout 98.3 %.

Difference: 35 votes. If eighteen people had changed their minds, the cranes would be moving on Monday.
^ like maren tomas zofia priya oluwaseun

@ priya +18m
Thank you for doing the eighteen. Most papers will write thirty-five, as though all of them would have had to be persuaded from nowhere to somewhere.
^ like thuylinh oluwaseun zofia

@ tomas +1h3m #vote-split
The interesting part is what the total conceals. There are four branches: cranes (388 members), tugs (142), yard (239) and pilots (34). I have heard from two sides that cranes voted *for* by a small margin, and pilots against without exception. If so, the strike goes on because of people who do not unload anything.
^ like maren quidnunc

@ bram +26m
“I have heard from two sides.” Tomás, you would not let me get away with that.
^ like zofia hannes tamsin tomas; funny quidnunc

@ tomas +12m
I would not. Withdrawn until there is paper. The branch sizes, at least, are from the union's report for 2024, page 9.
^ like bram zofia tamsin

@ quidnunc +9h51m #vote-final
What interests me is the word *final*. An offer that is final and is rejected by 51 against 49 has two futures: it is improved, and then it was not final; or it is not improved, and then half of the workforce is told that its vote weighed nothing. Korver has built himself a door with no handle on either side.
^ like tomas maren zofia hannes ines

@ zofia +2h14m
52 against 48. 412 of 789 is 52.2 %.
^ like quidnunc oluwaseun; funny pelikan

@ quidnunc +4m
I round towards drama.
^ funny zofia tomas maren oluwaseun thuylinh hannes pelikan

@ maren +1d3h
Branch results are out after all, on page 2 of the circular: cranes 181 against and 203 for; tugs 101 and 39; yard 96 and 135; pilots 34 and 0. So Tomás had heard correctly, and Bram was right to object. I like a forum in which both can be true.
^ like tomas bram zofia thuylinh priya tamsin eleni

= harbour #clauses Reading the 2019 agreement, clause by clause

@ hannes 2025-03-20 09:15 #clauses-start
Sorcha's scan has thirty-one clauses. As half the country quotes it and eleven people have read it, I suggest that we go through the four that matter. In the original:

> 9. A public holiday worked shall count as two days, irrespective of the hour at which the shift begins.
>
> 14. No duty roster shall be altered with less than twenty-one days' notice, danger to life or to a vessel excepted.
>
> 22. The parties shall meet each March to examine the manning of the pilot station.
>
> 30. This agreement remains in force until replaced by another.

Clause 30 seems to me the most underestimated. It means that nothing in it can simply *lapse*.
^ like zofia tomas sorcha maren bram quidnunc

@ quidnunc +1h22m #clauses-annex
Clause 30 keeps the *agreement* in force. The roster of 2011 is not in the agreement, it is in an annex, and the annex carries a date: “valid to 28 February 2025”. I did not invent this. Annex B, last line, in handwriting.
^ like hannes zofia

@ sorcha +53m #clauses-hand
Handwriting! I went back to the scan, and so it is: initialled once. The typed pages have two initials on every sheet. Whose is the one?
^ like hannes zofia tomas maren quidnunc

@ hannes +6h2m
I wrote to the library. They hold the *town's* copy, deposited in 2019. A date added by hand and initialled by one party is, where I come from, a note to oneself. But where I come from is a mountain, and I should not practise maritime law from it.
^ funny sorcha pelikan quidnunc; like zofia

@ eleni +4h47m
The hand looks like the hand on page 31, where the director's secretary listed who received copies. Compare the sevens. I say no more, I run an archive of shipping registers and sevens are my whole life.
^ like sorcha hannes zofia maren tomas; funny bram

@ quidnunc +1h31m #clauses-sevens
There is no seven in “28 February 2025”.

@ eleni +8m
The twos, then. I was carried away.
^ funny quidnunc sorcha hannes zofia maren pelikan tomas bram tamsin

@ maren +2d5h #clauses-22
May I draw attention to clause 22? *Each March*, the manning of the pilot station. I asked the union for the minutes. There are minutes for March 2020 and March 2021. After that, none. Five years of a duty to talk, two of talking. If you look for the moment at which this strike began, I would look into the empty folder for March 2022. That is also the year of the car park.
^ like bram zofia tomas hannes sorcha adwoa quidnunc

@ bram +1h10m
March 2022. I remember, because I was to sit in that meeting. It was put off because the room was being painted. I thought nothing of it. One always thinks nothing of it.
^ like maren eleni zofia tomas hannes oldsalt

= harbour #merrow Port Merrow took the boxes. Will it give them back?

@ adwoa 2025-06-24 15:20 #merrow-start
Ten weeks after the strike. I went through the sailing lists for the four lines whose agents I know, and counted weekly calls before and after:

| line | Aldersund, February | Aldersund, June | Merrow, June |
|---|---:|---:|---:|
| Corvane | 3 | 2 | 2 |
| Blue Anchor | 2 | 2 | 1 |
| Ostwin | 2 | 0 | 3 |
| Tallow & Sons | 2 | 2 | 0 |
| **sum** | **9** | **6** | **6** |

Three calls lost. But Merrow has gained six minus the two that it already had. So a fourth call came from somewhere else, and I would love to know where.
^ like oluwaseun zofia maren tomas quidnunc

@ quidnunc +2h12m
From nowhere: new demand. A line that opens a second call because the first was unreliable often keeps both. Insurance is the one cargo that never gets unloaded.
^ like adwoa tomas oluwaseun

@ yian +8h50m
Transhipment people call these “scared boxes”. They take about eighteen months to calm down. I have seen a port win back nine tenths of them and celebrate, although the last tenth was the one that paid.
^ like adwoa maren bram

@ gulcin +1d2h
In İzmir it took a pricing gift: a year of free storage over weekends. The accountants wept. Then the neighbour did the same and the accountants on both sides wept, which is called equilibrium.
^ funny adwoa quidnunc oluwaseun tomas; like yian

@ maren +3h17m
And nobody asks Merrow's crews. They did “short notice without a single lost shift”, as Quidnunc told us in March, and now they have four more calls a week with the same people. I would set an alarm for next spring.
^ like bram adwoa tomas

@ adwoa 2026-05-27 11:48 #merrow-strike
The alarm rings, @"Maren Oduya": the crews at Port Merrow have announced a ballot for 9 June, the subject being notice of shifts. They ask for twenty-one days. They even cite the clause by its number, which is not theirs. [Telegraph](https://merrow-telegraph.example/2026/05/27/ballot).
^ like maren zofia tomas bram eleni

@ quidnunc +40m
I said “without a single lost shift” and I said it with a certain air. I would like to give the air back.
^ funny maren adwoa zofia bram tomas hannes; like eleni

@ oldsalt +5h33m bbcode #merrow-winter
Same as up the road, then. Eleven nights in twenty-eight, the whole winter, that is what the Aldersund pilots had before they got their six, and where was the judge in those days? Good luck to Merrow.
^ like pelikan adwoa nino
`
