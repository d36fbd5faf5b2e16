/** The long thread of the strike, first half: from the second offer to the mediator. */
export const PORT_STRIKE = `
= harbour #strike Port strike enters its third week as talks stall

@ maren 2025-03-18 14:07 #strike-offer
The harbour union in Aldersund turned down a second offer on Monday. Its chair, Ilse Brandt, told the [Harbour Gazette](https://harbour-gazette.example/2025/03/17/second-offer): “The new schedule is a calendar with the holidays torn out, and nobody signs a calendar like that twice.” She said members would vote again on Friday.

The port authority puts the loss at €38 million since 3 March. Its director, Anselm Korver, answered that the offer was “final in every part that costs money”.

For those who come to this late: the authority announced a new duty roster on 14 February, put it into force on 3 March, and the cranes stopped the same morning. The union says the notice breaks the 2019 agreement. The authority says it does not. Nobody has yet printed the clause.
~ +41m The figure was from the note of the 12th; the one of the 14th has €41 million
- €38 million since 3 March
+ €41 million since 3 March
^ like tomas zofia bram adwoa eleni

@ tomas +24m #strike-notice
[quote #strike-offer]
members would vote again on Friday
[/quote]

That vote was moved once already, from Wednesday. Does anyone have the notice itself, rather than the Gazette's sentence about it? A union that moves a vote by two days either lacks a hall or lacks a majority, and those are different stories.
^ like zofia

@ bram +52m #strike-tugs
I drove tugs out of Aldersund for nineteen years. Let me say what a roster is before we argue about it. A roster is not when you work. A roster is when you may promise your daughter something.

With three weeks' notice you can swap a night with a colleague. With three days you can only apologise. The money was never the point on the tugs; it was on the cranes, a little.
^ like maren tomas sorcha adwoa eleni ines priya nino

@ quidnunc +38m #strike-counsel
Somebody has to, so: a port is not a daughter. Ships arrive when the weather lets them. The old roster was drawn up in 2011 for four large calls a week; there are now nine, and they bunch. Every port on that coast has gone to short notice, and at Port Merrow they did it without a single lost shift.

I would also like to see the offer itself. “Turned down a second offer” tells me nothing about what was in it.
^ disagree bram adwoa; like hannes

@ zofia +1h12m #strike-table
The offer is on the authority's own site, in the one place nobody looks, under *Tenders and notices*. I put the two side by side:

| | first offer, 10 March | second offer, 17 March |
|---|---|---|
| notice of a changed shift | 72 hours | 7 days |
| public holidays | count once | count once, €60 extra |
| lump sum | none | €900 |
| new pilots | “to be examined” | “to be examined in 2026” |

Source: [notice 2025/31](https://port-of-aldersund.example/notices/2025-31), pages 2 and 3. So the word *final* covers a lump sum and a week. The last row is my favourite: in seven days the examination moved a year further off.
^ like tomas maren quidnunc oluwaseun saeki hannes; funny pelikan sorcha

@ quidnunc +19m
[quote #strike-table]
So the word *final* covers a lump sum and a week.
[/quote]

Fair. Thank you for doing what I asked for and not what I expected.
^ like zofia tamsin

@ adwoa +2h31m #strike-tema
From Tema, where I work two streets from the quay: ships that would have gone to Aldersund are not queueing there, they turn round in open water. Our agent had one rerouted to Port Merrow on Thursday and told us the customer pays the difference. So when the authority says “loss”, I wonder whose.
^ like maren oluwaseun

@ oluwaseun +47m #strike-whose
@"Adwoa Sarpong" that is the whole question. A euro not earned by the authority, a euro earned later, and a euro earned by the port next door are three different animals, and all three are in that €41 million. I have opened a thread in *Figures and charts* so that this one can stay about people.
^ like zofia adwoa maren

@ pelikan +10h2m bbcode #strike-duck
[quote #strike-counsel]
a port is not a daughter
[/quote]
Sir, you have not met our harbour master.
^ funny bram maren sorcha tomas quidnunc

@ hannes +3h15m
I keep reading “the 2019 agreement” as if it were weather. It has numbered clauses and two signatures. Can we please have clause 14 in full? Half the papers paraphrase it with “reasonable notice”, and if that is really what it says, Quidnunc wins; if it names a number, he loses.
^ like quidnunc tomas

@ sorcha +1h6m #strike-clause
Here you are, from the scan at the [town library](https://library.aldersund.example/agreements/2019-06-06):

> 14. No duty roster shall be altered with less than twenty-one days' notice, danger to life or to a vessel excepted.

Signed 6 June 2019. The word “reasonable” stands nowhere in the document. I searched it twice, once sober.
^ like hannes maren tomas bram zofia eleni; funny pelikan jonas

@ tomas +33m #strike-days
14 February to 3 March is seventeen days. That is the whole dispute in one subtraction, and it took us a day and twelve posts to arrive at it. I am not complaining; the papers have had two weeks.
^ like sorcha maren zofia bram hannes thuylinh

@ quidnunc +58m #strike-altered
Not so fast. “Altered.” The authority says this is not an altered roster but a *new* one, because the old one lapsed at the end of February. One may find that clever or one may find that cheap, but it is an argument, and a court would have to hear it.
^ disagree bram; like hannes

@ bram +14m
[quote #strike-altered]
not an altered roster but a *new* one
[/quote]

By that reading I have never repainted my boat. I have merely owned a great many boats.
^ funny tomas maren zofia pelikan sorcha adwoa quidnunc jonas; like eleni

@ hannes +1h12m #strike-same
A test, then, so that we need not wait for the court. Take the two sheets that the authority printed on 14 February, the old roster and the new one, and cover the headings. If the same people stand at the same station and bring the same ships through the same water, and only the *when* has moved, then something has been altered. If there is a new station, a new kind of ship, a new body of people, I will call it new and buy Quidnunc a stamp for the date.

I have done it. Of fourteen lines under the heading, eleven are identical. The other three are the holidays.
^ like bram tomas zofia maren sorcha adwoa; disagree quidnunc

@ quidnunc +35m #strike-lease
Covering the heading is exactly what one may not do with a document. A lease that runs to Michaelmas and is followed by another lease, same tenant, same kitchen, higher rent: nobody says that the rent was *altered*, and nobody owes notice of it under the old paper, because the old paper is over. The tenant may dislike it, may move out, may bang on the pipes. He may not claim that the first lease is still speaking.

So it comes down to one fact, and none of us has it. Did the old roster have an end?
^ like hannes priya thuylinh; disagree bram oldsalt

@ priya +52m #strike-pen
[quote #strike-lease shortened]
A lease that runs to Michaelmas and is followed by another lease […]: nobody says that the rent was *altered*
[/quote]

But a lease has its end written in it on the day when *both* sign. If only the landlord's copy has a date on it, that is not a lease that ended. It is a landlord with a pen. Show me the date, and show me who initialled it, and I will come over to your side of the corridor.
^ like hannes tomas zofia bram quidnunc sorcha

@ quidnunc +18m
A fair price. I shall go and look at the annexes. There are said to be three.
^ like priya zofia

@ sorcha +1h3m
A to C, in the scan after page 24, lying on their sides. Nobody has ever asked for them, says the lady at the library, and then she asked *me* what they were.
^ like quidnunc hannes; funny tomas pelikan zofia maren

@ eleni +2h20m
In Ermoupoli we had the same sentence in 2014, with other names. What ended it was neither side's lawyers. It was the bakery: flour comes by ship. I do not say this as folklore. Watch what Aldersund itself imports, because a strike that closes a port to the world also closes it to the town.
^ like bram layla ines

@ jonas +1h44m #strike-heat
Followed that thought. Aldersund heats with pellets; the district heating company publishes its stock every week. [Last figure](https://warm-aldersund.example/stock): 19 days at March temperatures, on 16 March. That takes you to 4 April.

I would not be surprised if that date is on a whiteboard in both headquarters.
^ like eleni tomas zofia maren yian

@ oldsalt +4h9m bbcode #strike-salt
Been on boards like this since the modem days and it always goes the same way. Third week, everyone finds out what a clause is. Fifth week, everyone finds out what a pellet is.

[b]Nobody[/b] has asked the pilots. 34 of them, and without them it does not matter who unloads what.
^ like bram; funny jonas

@ maren +2h5m #strike-pilots
@OldSalt47 the Gazette did ask, [on Saturday](https://harbour-gazette.example/2025/03/15/pilots). Brandt speaks for them too: “We have asked for eleven pilots since 2019 and were given a car park.” The car park is real. It has forty-four spaces and opened in 2022.
^ like oldsalt tomas adwoa; funny pelikan sorcha zofia bram

@ yian +7h38m
Small correction from someone who counts car parks: the council minutes say forty-two spaces, two of them for bicycles wider than bicycles.
^ funny maren pelikan tamsin

@ ines +3h2m #strike-calendar
I have been turning over Brandt's line all day. “The new schedule is a calendar with the holidays torn out, and nobody signs a calendar like that twice.” The first half is the one that travels. The second half is the interesting one: *twice*. She is conceding that they signed something like it once. In 2011?
^ like zofia maren hannes

@ tomas +26m
2011, yes. The four-calls roster that Quidnunc mentioned. The union signed it in an afternoon, and half the committee was voted out in the autumn. She was not on that committee, she was the one who beat it. So the *twice* is a small knife and it points inwards.
^ like ines maren bram

@ guest:"harbour reader" +9h51m
Long-time reader, never posted. My husband is on cranes 3 and 4. They are not allowed to talk to the press, and he would not anyway. I only want to say that in our house the number is not 41 million, it is 18, the number of mornings since. He gets up at four all the same, makes coffee, looks at the calendar on the refrigerator and goes back to bed with his socks on.
^ like bram maren tomas adwoa eleni sorcha zofia ines quidnunc

@ tamsin +31m
Thank you for posting. A reminder to everyone, since this thread is now being read by people it is about: nobody here is to guess who works on which crane. I will remove such guesses without discussion.
^ like bram maren tomas oluwaseun

@ priya +5h17m #strike-vote
The vote is today. For orientation, as far as I can piece it together from the union's own circular: 803 entitled, simple majority of votes cast, a *yes* accepts the second offer and ends the strike on Monday. Doors close at 20:00 their time.
^ like maren tomas thuylinh

@ thuylinh 2025-03-21 20:52
The result is out. I started [i]a separate thread[/i] with the numbers, because this one is getting long. Short form: rejected, narrowly. (Italics in square brackets. I write on three forums and my fingers know only one. It works here.)
^ like tomas maren; funny pelikan oldsalt

@ quidnunc +55m #strike-weekdays
A narrow rejection is the worst possible result for both. For Korver because he called his offer final, for Brandt because nearly half of her people would have taken it. Expect a mediator inside a week. I will put a coffee on it.
^ like tomas hannes bram; disagree oldsalt

@ bram +38m
I take the coffee against you. Ten days.

@ rafael +9h50m #strike-torch
A question of principle from somebody far away. Clause 14 excepts *danger to life*. Does the strike? Jonas's pellets and Eleni's flour are not container bicycles. When our port at Beira was shut it was by a cyclone and not by people, but what I remember best is that for two days nobody could say who was allowed to decide that a ship was *necessary*. In the end it was decided by a man with a torch, because he had the torch.
^ like eleni adwoa maren jonas layla

@ bram +44m
There is an emergency service, there always has been. One tug, four people, two pilots, for fire, collision, oil, and “supplies without which persons come to harm”. It stands in the union's circular of 5 March, second paragraph. No paper has mentioned it because nothing has happened.
^ like rafael maren eleni tomas

@ quidnunc +1h25m #strike-keys
Then I must be disagreeable again. A strike that decides for itself what is necessary is a government. I do not doubt these four people or their tug. I ask who holds the *list*. If the union holds it, then whether a child in Aldersund is cold on 5 April is a matter of the union's opinion. If the authority holds it, every box of garden furniture is a medical emergency by Tuesday. A third of all strikes on that coast have broken on exactly this list.

Nobody should hold such a list who gains by it. I have not yet heard of anybody in this town who does not.
~ +3h6m “A third” came out of my memory, and my memory argues for a living; the two are Zofia's
- A third of all strikes on that coast have broken on exactly this list.
+ Two strikes on that coast have broken on exactly this list.
^ like hannes tomas rafael; disagree bram adwoa

@ zofia +1h51m
[quote #strike-keys]
A third of all strikes on that coast have broken on exactly this list.
[/quote]

A third of how many? I find eleven since 1990 in the yearbook of the labour ministry ([table 8](https://labour.quillon.example/yearbook/2024)), and a dispute about emergency supplies is named as a cause in two. Two of eleven are not a third, they are a fifth on a good day.
^ like oluwaseun tomas bram; funny pelikan

@ adwoa +34m #strike-doctor
With us the harbour doctor holds it. She is paid by the health service, which is paid by the capital, so she gains by nothing except a quiet night. It has been used four times in my years here. The fourth was for a ship with a sick parrot, and she said no.
^ like rafael bram maren quidnunc eleni; funny sorcha pelikan zofia tomas

@ quidnunc +46m
Corrected above, with Zofia's two; the argument stands on its feet without the ornament. And to Adwoa: *she gains by nothing except a quiet night* is the best constitution I have seen all week.
^ like adwoa zofia bram

@ tomas +6h3m #strike-physician
I wanted to know and telephoned. There is an [emergency agreement](https://port-of-aldersund.example/notices/2025-28), two pages, dated 5 March, with both signatures. Nine kinds of supplies. Pellets are number six, insulin is number one, garden furniture does not occur. And the list “may be amended by the harbour physician alone”.

So on the third day of a strike in which they could agree on nothing, the two sides sat down, agreed on this in an afternoon, and told nobody. I asked the spokesman why. “It was not in dispute.” An agreement is only news if somebody is angry about it.
^ like adwoa rafael bram maren eleni zofia quidnunc sorcha hannes jonas

@ jonas +2h17m
That pellets stand on a list does not mean that they stand on a quay. I rang the heating company, since everybody is telephoning today. No ship is booked before 7 April. Their supplier had read in the newspaper that the port was closed.

They are ringing the supplier now. I have the impression that I have just heated a town.
^ like tomas rafael bram maren eleni adwoa zofia; funny quidnunc pelikan sorcha

@ maren 2025-03-26 11:20 #strike-mediator
Quidnunc gets the coffee: the ministry of waterways has named a mediator as of this morning, 26 March. Hanne Moorcroft, a retired judge, who once kept two ferry companies in a room until they agreed on the clock. The minister, Odile Tarrant, said she expected “a result before the pellets run out”, so somebody in Quillon reads jonas.
^ funny jonas tomas zofia; like quidnunc

@ jonas +17m
I would like it noted that I gave the source and the minister did not.
^ funny zofia tamsin maren tomas saeki pelikan
`
