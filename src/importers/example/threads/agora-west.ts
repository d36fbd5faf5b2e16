/** German, Spanish and Greek. */
export const AGORA_WEST = `
= german #einigung Was heißt eigentlich „Einigung“?

@ hannes 2025-04-12 08:05 #einigung-start
Seit gestern lese ich überall, in Aldersund gebe es eine „Einigung“. Im Text der Behörde ([Mitteilung 2025/47](https://port-of-aldersund.example/notices/2025-47)) steht das Wort nicht. Dort steht *settlement*, und das kann Vergleich, Schlichtung oder schlicht Abrechnung bedeuten.

Für mich ist eine Einigung, wenn zwei dasselbe wollen. Ein Vergleich ist, wenn zwei dasselbe unterschreiben. Nach vierzig Tagen Streik glaube ich an das Zweite.
^ like pelikan zofia saeki

@ pelikan +48m bbcode #einigung-vergleich
Bei uns an der Küste sagt man: Man hat sich [i]vertragen[/i]. Das Schöne daran ist, dass der Vertrag schon drinsteckt, und das Ertragen auch.
^ like hannes ines naama; funny zofia

@ hannes +22m
[quote #einigung-vergleich]
Das Schöne daran ist, dass der Vertrag schon drinsteckt, und das Ertragen auch.
[/quote]

Das hänge ich mir neben den Kalender. Den mit den Feiertagen.
^ funny pelikan zofia; like ines

@ zofia +3h14m
Verzeiht mein Deutsch, ich habe es aus Fußnoten gelernt. In der polnischen Presse heißt es *porozumienie*, also „Verständigung“. Da hat sich nicht einmal jemand geeinigt, man hat einander nur verstanden. Nach dem, was ich von der letzten Nacht gelesen habe (dreizehn Stunden, ein Feueralarm), ist das die kühnste aller Übersetzungen.
^ funny hannes pelikan; like naama

@ quidnunc +1h37m
Ich lese hier nur mit, möchte aber für die Akten anmerken, dass die Anwälte beider Seiten dasselbe Wort benutzt haben: „Ergebnis“. Es ist das einzige, über das keine Seite lachen musste.
^ like hannes pelikan zofia

@ pelikan +11h20m bbcode
Und im Radio, eben um sieben: „Der Streik ist [b]beigelegt[/b].“ Wie ein Prospekt.
^ funny hannes zofia quidnunc

= german #dienstplan Fahrplan, Dienstplan, Schichtplan: eine Übersetzungsfrage

@ pelikan 2025-03-22 17:30 bbcode #dienstplan-start
Ilse Brandts Satz macht jetzt auch auf Deutsch die Runde, und zwar in drei Fassungen:

[list]
[*]„Der neue Fahrplan ist ein Kalender mit herausgerissenen Feiertagen.“
[*]„Der neue Dienstplan ist ein Kalender, aus dem man die Feiertage gerissen hat.“
[*]„Der neue Schichtplan ist ein Kalender ohne Feiertage.“
[/list]

Die erste macht aus Lotsen Eisenbahner. Die dritte hat die Gewalt verloren: Da fehlt nur etwas, aber niemand hat gerissen. Ich stimme für die zweite.
^ like hannes ines

@ hannes +1h16m #dienstplan-mann
Ich auch, mit einem Bedenken. „Aus dem *man* die Feiertage gerissen hat“: Im Original tut das niemand, sie *sind* herausgerissen. Das deutsche „man“ zeigt mit dem Finger auf einen Unbekannten. Wahrscheinlich meint sie ihn, aber gesagt hat sie ihn nicht.
^ like pelikan ines saeki

@ pelikan +19m bbcode
Dann: „ein Kalender, dem die Feiertage herausgerissen sind“. Das klingt nach Zahnarzt, ist aber treu.
^ funny hannes ines; like zofia

@ hannes +7h40m
Treu und schmerzhaft. Genommen. Und bitte den zweiten Halbsatz nicht vergessen, den lassen alle drei weg: „und so einen Kalender unterschreibt niemand zweimal.“
^ like pelikan zofia ines tomas

= spanish #agua ¿Quién dijo «el agua no firma»?

@ ines 2025-11-03 15:22 #agua-start
Desde la inundación de Brack circula una frase preciosa, atribuida a un ingeniero de la presa de Dunmarrow: «El agua no firma, pero siempre cobra». La he visto en cuatro diarios, y en ninguno tiene nombre ni fecha. En uno es «un técnico», en otro «un veterano», en el tercero «como suele decirse en la zona».

Mi sospecha es que nadie la dijo. Es demasiado redonda: las frases dichas de verdad suelen tener una muleta.
^ like tomas zofia eleni

@ tomas +1h35m #agua-muleta
Disculpad mi español con acento de Setúbal. Esa idea de la muleta me parece un método. Los testigos dicen «o sea», «bueno», «la cosa es que». Cuando una cita llega limpia, alguien la ha lavado. Y quien lava una cita, a veces le cambia también el cuello.
^ like ines rafael; funny hannes

@ rafael +4h20m
En Beira, después del ciclón, corría una casi igual: «El mar no pregunta». También sin dueño. Creo que hay frases que las catástrofes traen consigo, como la madera.
^ like ines tomas eleni layla

@ ines +58m
[quote #agua-muleta]
Cuando una cita llega limpia, alguien la ha lavado.
[/quote]

Tomás, tu español no tiene acento: tiene filo. Me la llevo, y con tu nombre, que para eso estamos.
^ like tomas rafael; funny zofia

@ ines 2026-02-20 12:10
Cierro el caso. En el informe de los inspectores, página 33, aparece la encargada de turno aquella noche, con nombre y apellido, diciendo: «Bueno, o sea, el agua no te firma un papel, pero la cuenta te la pasa igual». Ahí están las dos muletas. Existía, era de una mujer y era mejor.
^ like tomas rafael zofia eleni layla sorcha saeki

@ tomas +40m
Y los cuatro diarios la oyeron «veterano». Me quedo con el «o sea».
^ like ines rafael; funny zofia hannes

= greek #siopi Ο θόρυβος της απουσίας

@ eleni 2025-09-10 18:15 #siopi-start
Στο αγγλικό νήμα για την καμπάνα του Λόουερ Φένικ έγραψα για «τον θόρυβο της απουσίας» και με ρώτησαν από πού είναι η έκφραση. Ντρέπομαι να πω ότι δεν ξέρω. Την έλεγε η γιαγιά μου όταν σταματούσε το ψυγείο.

Την έχει ακούσει κανείς αλλού; Μου φαίνεται πολύ λόγια για τη γιαγιά μου, που όλα τα άλλα τα έλεγε με τρεις λέξεις.
^ like sorcha anahit layla

@ anahit +3h25m
Τα ελληνικά μου είναι από επιγραφές, οπότε συγχωρήστε τα κεφαλαία που ακούγονται. Στα αρμενικά λέμε για ένα σπίτι που άδειασε ότι «φωνάζουν οι τοίχοι του». Ίσως κάθε γλώσσα που έχει μετακομίσει πολλές φορές χρειάζεται μια τέτοια φράση.
^ like eleni naama layla saeki

@ eleni +1h4m #siopi-psygeio
Οι τοίχοι που φωνάζουν! Αυτό είναι καλύτερο. Ρώτησα και τη μητέρα μου: λέει ότι η γιαγιά το είχε ακούσει στο ραδιόφωνο, σε μια εκπομπή για φάρους, γύρω στο 1962. Άρα η πηγή μου είναι ένα ψυγείο, και πίσω από το ψυγείο ένα ραδιόφωνο.
^ like anahit ines; funny zofia naama

@ naama +5h12m
Διαβάζω με λεξικό και χαίρομαι. Στο φόρουμ αυτό μάθαμε ότι κάθε αριθμός χρειάζεται γονιό. Εδώ έχουμε μια φράση με γιαγιά, και νομίζω ότι αυτό μετράει διπλά.
^ like eleni anahit zofia

@ eleni +2d3h
Βρέθηκε, σχεδόν. Στο αρχείο του δήμου υπάρχει το πρόγραμμα του ραδιοφώνου: 9 Μαρτίου 1962, «Οι φάροι και η σιωπή τους», στις οκτώ το βράδυ. Το κείμενο της εκπομπής δεν σώθηκε. Σώθηκε η γιαγιά, κι αυτή μόνο από στόμα σε στόμα.
^ like anahit naama layla ines sorcha zofia
`
