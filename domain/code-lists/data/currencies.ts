// Written by npm run code-lists from Currency.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `AED	UAE Dirham
AFN	Afghani
ALL	Lek
AMD	Armenian Dram
ANG	Netherlands Antillian Guilder
AOA	Kwanza
ARS	Argentine Peso
AUD	Australian Dollar
AWG	Aruban Guilder
AZN	Azerbaijanian Manat
BAM	Convertible Marks
BBD	Barbados Dollar
BDT	Taka
BGN	Bulgarian Lev
BHD	Bahraini Dinar
BIF	Burundi Franc
BMD	Bermudian Dollar
BND	Brunei Dollar
BOB	Boliviano
BOV	Mvdol
BRL	Brazilian Real
BSD	Bahamian Dollar
BTN	Ngultrum
BWP	Pula
BYN	Belarussian Ruble
BYR	Belarussian Ruble				withdrawn
BZD	Belize Dollar
CAD	Canadian Dollar
CDF	Congolese Franc
CHF	Swiss Franc
CLF	Unidades de fomento
CLP	Chilean Peso
CNY	Yuan Renminbi
COP	Colombian Peso
COU	Unidad de Valor Real
CRC	Costa Rican Colon
CUC	Peso Convertible
CUP	Cuban Peso
CVE	Cape Verde Escudo
CZK	Czech Koruna
DJF	Djibouti Franc
DKK	Danish Krone
DOP	Dominican Peso
DZD	Algerian Dinar
EEK	Kroon				withdrawn
EGP	Egyptian Pound
ERN	Nakfa
ETB	Ethiopian Birr
EUR	Euro
FJD	Fiji Dollar
FKP	Falkland Islands Pound
GBP	Pound Sterling
GEL	Lari
GHS	Cedi
GIP	Gibraltar Pound
GMD	Dalasi
GNF	Guinea Franc
GTQ	Quetzal
GYD	Guyana Dollar
HKD	Hong Kong Dollar
HNL	Lempira
HRK	Kuna
HTG	Gourde
HUF	Forint
IDR	Rupiah
ILS	New Israeli Sheqel
INR	Indian Rupee
IQD	Iraqi Dinar
IRR	Iranian Rial
ISK	Iceland Krona
JMD	Jamaican Dollar
JOD	Jordanian Dinar
JPY	Yen
KES	Kenyan Shilling
KGS	Som
KHR	Riel
KMF	Comoro Franc
KPW	North Korean Won
KRW	Won
KWD	Kuwaiti Dinar
KYD	Cayman Islands Dollar
KZT	Tenge
LAK	Kip
LBP	Lebanese Pound
LKR	Sri Lanka Rupee
LRD	Liberian Dollar
LSL	Loti
LTL	Lithuanian Litas				withdrawn
LVL	Latvian Lats				withdrawn
LYD	Libyan Dinar
MAD	Moroccan Dirham
MDL	Moldovan Leu
MGA	Malagasy Ariary
MKD	Denar
MMK	Kyat
MNT	Tugrik
MOP	Pataca
MRO	Ouguiya				withdrawn
MRU	Ouguiya
MUR	Mauritius Rupee
MVR	Rufiyaa
MWK	Malawi Kwacha
MXN	Mexican Peso
MXV	Mexican Unidad de Inversion (UDI)
MYR	Malaysian Ringgit
MZN	Metical
NAD	Namibia Dollar
NGN	Naira
NIO	Cordoba Oro
NOK	Norwegian Krone
NPR	Nepalese Rupee
NZD	New Zealand Dollar
OMR	Rial Omani
PAB	Balboa
PEN	Nuevo Sol
PGK	Kina
PHP	Philippine Peso
PKR	Pakistan Rupee
PLN	Zloty
PYG	Guarani
QAR	Qatari Rial
RON	Romanian Leu
RSD	Serbian Dinar
RUB	Russian Ruble
RWF	Rwanda Franc
SAR	Saudi Riyal
SBD	Solomon Islands Dollar
SCR	Seychelles Rupee
SDG	Sudanese Pound
SEK	Swedish Krona
SGD	Singapore Dollar
SHP	Saint Helena Pound
SLE	Leone
SLL	Leone
SOS	Somali Shilling
SRD	Surinam Dollar
SSP	South Sudanese Pound
STD	Dobra				withdrawn
STN	Dobra
SVC	El Salvador Colon
SYP	Syrian Pound
SZL	Lilangeni
THB	Baht
TJS	Somoni
TMT	Manat
TND	Tunisian Dinar
TOP	Paanga
TRY	Turkish Lira
TTD	Trinidad and Tobago Dollar
TWD	New Taiwan Dollar
TZS	Tanzanian Shilling
UAH	Hryvnia
UGX	Uganda Shilling
USD	US Dollar
USN	US Dollar (Next day)
USS	US Dollar (Same day)				withdrawn
UYI	Uruguay Peso en Unidades Indexadas
UYU	Peso Uruguayo
UZS	Uzbekistan Sum
VED	Bolivar Soberano
VEF	Bolivar				withdrawn
VES	Bolivar Soberano
VND	Dong
VUV	Vatu
WST	Tala
XAF	CFA Franc BEAC
XBT	Bitcoin
XCD	East Caribbean Dollar
XDR	International Monetary Fund (IMF) Special Drawing Right (SDR)
XOF	CFA Franc BCEAO
XPF	CFP Franc
YER	Yemeni Rial
ZAR	Rand
ZMK	Zambian Kwacha				withdrawn
ZMW	Zambian Kwacha
ZWL	Zimbabwe Dollar`;
