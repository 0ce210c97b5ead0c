/**
 * Thirty countries: language, locale, name, currency, rates of tax, shape of the tax number, legal
 * forms, streets, cities. Currencies of ISO 4217, standard and reduced rates as published by the
 * European Commission and the OECD (2024), legal forms of ISO 20275, cities with their postal codes.
 */
export const landRows = {
  us: 'en;en-US;USA;USD;0.06|0.0725|0.08;##-#######;Inc.|LLC|Corp.|Co.;Market Street|Elm Avenue|Lake Drive|Second Avenue|Harbor Boulevard;Columbus, OH 43215|Portland, OR 97204|Austin, TX 78701|Albany, NY 12207',
  gb: 'en;en-GB;United Kingdom;GBP;0.2|0.05;GB#########;Ltd|Limited|plc|LLP;Mill Lane|Station Road|High Street|Canal Street|Park Row;Leeds LS1 4AP|Bristol BS1 5TR|Manchester M2 3WS|Reading RG1 3BD',
  ie: 'en;en-IE;Ireland;EUR;0.23|0.135;IE#######@;Limited|DAC;Quay Street|Abbey Road|Dock Road|Main Street;Dublin D02 X285|Cork T12 W8KP|Galway H91 AX5H',
  au: 'en;en-AU;Australia;AUD;0.1;## ### ### ###;Pty Ltd|Ltd;Collins Street|George Street|Bridge Road;Melbourne VIC 3000|Sydney NSW 2000|Perth WA 6000',
  nz: 'en;en-NZ;New Zealand;NZD;0.15;###-###-###;Limited|Ltd;Queen Street|Lambton Quay;Auckland 1010|Wellington 6011',
  ca: 'en;en-CA;Canada;CAD;0.05|0.13;#########RT0001;Inc.|Ltd.|Corp.;King Street|Bay Street|Water Street;Toronto ON M5H 1J9|Halifax NS B3J 1R2',
  za: 'en;en-US;South Africa;ZAR;0.15;4#########;(Pty) Ltd|Ltd;Long Street|Main Road;Cape Town 8001|Durban 4001',
  in: 'en;en-IN;India;INR;0.18|0.05;##@@@@@####@1Z#;Pvt Ltd|Private Limited|Ltd;MG Road|Station Road|Ring Road;Pune 411001|Chennai 600001',
  sg: 'en;en-SG;Singapore;SGD;0.09;#########@;Pte Ltd|Pte. Ltd.;Cecil Street|Jurong Road;Singapore 069547|Singapore 628905',
  my: 'en;en-MY;Malaysia;MYR;0.06;############;Sdn Bhd|SDN. BHD.|Enterprise;Jalan Ampang|Jalan Meru|Jalan Kenari;50450 Kuala Lumpur|81100 Johor Bahru|47100 Puchong, Selangor',
  hk: "en;en-US;Hong Kong;HKD;0.05;########;Limited|Ltd;Nathan Road|Queen's Road Central;Kowloon|Central, Hong Kong",
  de: 'de;de-DE;Germany;EUR;0.19|0.07;DE#########;GmbH|AG|GmbH & Co. KG|e.K.|KG;Hauptstraße|Gartenweg|Industriestraße|Am Hafen|Lindenallee;20457 Hamburg|80331 München|50667 Köln|04109 Leipzig',
  at: 'de;de-DE;Austria;EUR;0.2|0.1;ATU########;GmbH|AG|OG;Ringstraße|Bahnhofplatz|Mühlgasse;1010 Wien|8010 Graz|6020 Innsbruck',
  ch: 'de;de-CH;Switzerland;CHF;0.081|0.026;CHE-###.###.### MWST;AG|GmbH|SA;Bahnhofstrasse|Seestrasse|Industriestrasse;8001 Zürich|4051 Basel|3011 Bern',
  fr: 'fr;fr-FR;France;EUR;0.2|0.055;FR###########;SARL|SAS|SA|EURL;rue de la Paix|avenue Victor Hugo|boulevard du Port|place du Marché;75002 Paris|69003 Lyon|44000 Nantes|33000 Bordeaux',
  be: 'fr;fr-FR;Belgium;EUR;0.21|0.06;BE0#########;SRL|SA|SPRL;rue Haute|avenue Louise|chaussée de Wavre;1000 Bruxelles|4000 Liège|5000 Namur',
  lu: "fr;fr-FR;Luxembourg;EUR;0.17|0.08;LU########;S.à r.l.|S.A.;rue du Fort|route d'Arlon;L-1229 Luxembourg|L-4362 Esch-sur-Alzette",
  es: 'es;es-ES;Spain;EUR;0.21|0.1;ESB########;S.L.|S.A.|S.L.U.;Calle Mayor|Avenida del Puerto|Calle Serrano|Paseo de la Estación;28013 Madrid|08002 Barcelona|46002 Valencia|41004 Sevilla',
  mx: 'es;es-MX;Mexico;MXN;0.16;@@@######@@#;S.A. de C.V.|S. de R.L.;Avenida Reforma|Calle Juárez;06600 Ciudad de México|44100 Guadalajara',
  co: 'es;es-ES;Colombia;COP;0.19;###.###.###-#;S.A.S.|Ltda.;Calle 93|Carrera 7;Bogotá 110221|Medellín 050021',
  it: 'it;it-IT;Italy;EUR;0.22|0.1;IT###########;S.r.l.|S.p.A.|S.n.c.;Via Roma|Corso Garibaldi|Viale Europa|Piazza Dante;20121 Milano MI|10121 Torino TO|50123 Firenze FI',
  nl: 'nl;nl-NL;Netherlands;EUR;0.21|0.09;NL#########B01;B.V.|N.V.|V.O.F.;Keizersgracht|Havenstraat|Stationsweg|Molenlaan;1015 CJ Amsterdam|3011 AA Rotterdam|3512 JE Utrecht',
  pt: 'pt;pt-PT;Portugal;EUR;0.23|0.06;PT#########;Lda.|S.A.|Unipessoal Lda;Rua Augusta|Avenida da Liberdade|Rua do Comércio;1100-053 Lisboa|4050-253 Porto|3000-150 Coimbra',
  br: 'pt;pt-BR;Brazil;BRL;0.17;##.###.###/0001-##;Ltda.|S.A.;Rua das Flores|Avenida Paulista;01310-100 São Paulo|20040-002 Rio de Janeiro',
  pl: 'pl;pl-PL;Poland;PLN;0.23|0.08;PL##########;Sp. z o.o.|S.A.;ul. Polna|ul. Portowa|ul. Szkolna;00-950 Warszawa|81-300 Gdynia|40-001 Katowice',
  se: 'sv;sv-SE;Sweden;SEK;0.25|0.12;SE##########01;AB|HB;Storgatan|Hamngatan|Parkvägen;111 51 Stockholm|411 06 Göteborg|211 22 Malmö',
  dk: 'da;da-DK;Denmark;DKK;0.25;DK########;ApS|A/S|I/S;Havnegade|Nørregade|Vestergade;1058 København K|8000 Aarhus C|5000 Odense C',
  no: 'en;en-GB;Norway;NOK;0.25|0.15;NO#########MVA;AS|ASA;Strandgata|Kirkeveien;0150 Oslo|5003 Bergen',
  fi: 'en;en-GB;Finland;EUR;0.24|0.14;FI########;Oy|Oyj;Aleksanterinkatu|Satamatie;00100 Helsinki|20100 Turku',
  cz: 'en;en-GB;Czechia;CZK;0.21|0.12;CZ########;s.r.o.|a.s.;Dlouhá|Nádražní;110 00 Praha 1|602 00 Brno',
} as const satisfies Readonly<Record<string, string>>;
