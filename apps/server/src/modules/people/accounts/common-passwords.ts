/** The most common passwords of ten characters or more, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  1234567890 12345678910 0123456789 0987654321 9876543210 1234512345 1231231230 1231231231 123123123123 123456123456
  1234567891 1234567899 123456789a 123456789q a123456789 q123456789 123456789m 123456789z a1234567890 1234567890a
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc 1qazxsw23edc qazwsxedcrfv qazwsxedc123 zaq12wsxcde3
  qwertyuiop qwertyuiop123 qwertyuiop[] poiuytrewq qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwertyqwerty
  123qweasdzxc qweasdzxc123 1234qwerty 12345qwert 123456qwerty qwe123qwe123 asdfghjkl1 asdfghjkl123 asdfghjkl; zxcvbnm123
  zxcvbnm,./ asdfasdfasdf asdf1234567 abcdefghij abcdefghijk abcdefghijkl abcd123456 abcde12345 abc1234567 abc123456789
  abcabcabcabc abcd1234abcd aa12345678 aaa1234567 a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e
  password01 password10 password11 password12 password21 password22 password99 password123 password1234 password12345
  password123456 passwordpassword password1! password123! password2020 password2021 password2022 password2023 password2024
  password2025 password2026 mypassword mypassword1 mypassword123 newpassword newpassword1 p@ssw0rd12 p@ssw0rd123 p@ssword123
  passw0rd123 passw0rd1234 pa55word123 pass123456 pass1234567 pass12345678 passphrase1 drowssap123 motdepasse passwort123
  contrasena contrasena1 changeme123 changemenow changeit123 letmein123 letmein1234 letmeinnow letmeinplease
  iloveyou123 iloveyou12 iloveyou1234 iloveyou22 iloveyousomuch iloveyou4ever iloveyou<3 iloveyou!! iloveyou143 ilovemyself
  ilovemyfamily ilovemymom loveyou123 lovelove123 forever123 friends4ever bestfriend bestfriends
  administrator administrator1 admin12345 admin123456 admin1234567 adminadmin adminadmin1 administrador root123456 rootroot12
  superman123 superuser123 supersecret secret1234 secret12345 welcome123 welcome1234 welcome2024 welcome2025 welcome2026
  welcomehome welcome123! guest12345 test123456 test1234567 testtest12 testtesttest testing123 testing1234 temporary1 default123
  football12 football123 football1234 baseball12 baseball123 basketball basketball1 basketball23 volleyball softball12
  liverpool1 liverpoolfc chelsea123 manchester manchesterunited arsenal123 barcelona1 barcelona10 realmadrid realmadrid1
  juventus123 cristiano7 ronaldinho ronaldo123 michaeljordan skateboard snowboarder
  monkey1234 dragon1234 dragon12345 master1234 shadow1234 sunshine12 sunshine123 princess12 princess123 princess1234
  butterfly1 butterfly12 butterfly123 strawberry strawberry1 blackberry chocolate1 chocolate12 chocolate123 cheesecake
  watermelon spongebob1 spongebob123 pokemon123 pokemon1234 starwars123 starwars12 minecraft1 minecraft123 playstation
  playstation3 playstation4 computer12 computer123 internet12 internet123 samsung123 samsung1234 blink182182 metallica1
  slipknot666 nirvana123 eminem1234 michael123 michael1234 michelle12 michelle123 jennifer12 jennifer123 jessica123 charlie123
  christopher christina1 alexander1 alexander123 alexandra1 stephanie1 elizabeth1 elizabeth123 valentina1 sebastian1
  anthony123 jonathan12 jonathan123 jordan1234 daniel1234 andrew1234 ashley1234 thomas1234 hannah1234 nicole1234
  whatever12 whatever123 trustno1trustno1 trustno123 jesuschrist jesuschrist1 jesus12345 jesuslovesme heavenly777 blessed123
  godisgood1 godisgreat california newyork123 washington motherfucker fuckyou123 fuckyou1234 fuckyou12345 fuckoff123
  correcthorsebatterystaple kindred123 kindred1234 kindred12345 kindredshop kindredkindred
  `
    .trim()
    .split(/\s+/),
);
