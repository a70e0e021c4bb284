/**
 * Passwords that guessers try first, in lower case, and the words they are made of (a few digits or signs around a word add nothing).
 * Long ones stand whole; words under twelve letters matter only with such decoration. Pinyin favourites and local names included.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passw0rd p@ssword p@ssw0rd pa55word passwords mypassword thepassword newpassword oldpassword password1 password12 password123
  password1234 password12345 password123456 passwordpassword passwort passwd passphrase secret topsecret mysecret secretpassword
  changeme changeme123 changemenow changeit changethis letmein letmein123 letmeinnow letmeinplease welcome welcome123 welcome1234
  welcomeback welcomehome iloveyou iloveyou1 iloveyou123 iloveyouforever iloveyousomuch iloveyou1314 iloveyou520 ilovemyself
  iloveyoubaby ilovechina ihateyou whatever whatever123 sunshine sunshine123 princess princess123 football football123 baseball
  basketball basketball1 superman superman123 spiderman batman batman123 dragon dragon123 master master123 monkey monkey123 shadow
  shadow123 michael michael123 jennifer jordan23 trustno1 trustnoone starwars starwars123 pokemon pokemon123 computer computer123
  internet internet123 freedom freedom123 killer killer123 hunter hunter2 hello hello123 helloworld helloworld123 helloworld1234
  goodmorning goodluck lovely loveme lover123 forever forever21 friends friends123 happy happy123 happybirthday summer winter spring
  autumn summer2024 winter2024 summertime snowball butterfly chocolate strawberry blueberry mustang ferrari mercedes toyota corvette
  charlie ashley bailey daniel thomas robert matthew andrew anthony joshua george nicole jessica michelle samantha alexander
  qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123
  qwertyuiop[] qwertyuiop[]\\ qwertyuiopasdf qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwertyasdfgh
  qwertyasdfghzxcvbn qwert qwert123 qwert12345 qwer1234 qwer12345 qwerasdf qwerasdfzxcv qwe123 qwe123qwe qwe123456 qweasd qweasd123
  qweasdzxc qweasdzxc123 qwaszx qwaszx123 qazwsx qazwsx123 qazwsxedc qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazxsw qazxsw123
  asdfgh asdfgh123 asdfghjkl asdfghjkl1 asdfghjkl123 asdfghjkl; asdfasdf asdfasdfasdf asdf1234 asdf123456 asd123 asd123456 asdasd
  asdasdasd asdqwe123 zxcvbn zxcvbn123 zxcvbnm zxcvbnm1 zxcvbnm123 zxcvbnm,./ zxc123 zxc123456 zxcasdqwe zxcasdqwe123 1qaz 1qaz2wsx
  1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qaz@wsx 1qaz!qaz !qaz2wsx !qaz@wsx 2wsx3edc 3edc4rfv 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
  1q2w3e4r5t6y7u q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1a2b3c 1a2b3c4d 1a2b3c4d5e a1b2c3 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 zaq12wsx
  zaq1xsw2 zaq1zaq1 xsw2zaq1 pqowieuryt mnbvcxz mnbvcxz123 poiuytrewq lkjhgfdsa 0987poiu
  123456 1234567 12345678 123456789 1234567890 12345678910 123456789012 1234567890123 1234567891011 123456123456 123456654321
  123456789123 123456789987 123456789a 123456789abc 123456789qwe 1234567890a 1234567890abc 1234567890qwertyuiop 1234qwer 1234qwerasdf
  12345qwert 12345qwertasdfg 123456qwerty 123456abc 123456abcdef 123456a 123456aa 123456abc. 123qwe 123qweasd 123qweasdzxc 123qwe123qwe
  123abc 123abc456 123asd 123321 123321123321 112233 112233445566 11223344 1122334455 111222333444 121212 123123 123123123 123123123123
  123654 123654789 147258 147258369 147258369123 159357 159753 1597532468 258456 321321 456789 654321 741852963 789456 789456123
  789456123000 987654321 9876543210 987654321000 012345678901 0123456789 000000000000 010203040506 101010101010 102030405060
  520520 5201314 52013145201314 520131452013 1314520 13145201314520 131452013145 1314521 521521 888888 88888888 666666 66668888
  168168 16888888 886886 168888888888 888888888888 666666666666 999999999999 518518 5188888 147147147147
  admin admin1 admin12 admin123 admin1234 admin12345 admin123456 admin888 admin8888 admin666 admin@123 admin@1234 admin@12345
  admin@123456 admin#123 admin!@# admin!@#123 adminadmin adminadmin123 administrator administrator1 administrator123 adminpassword
  admin2020 admin2021 admin2022 admin2023 admin2024 admin2025 admin2026 root root123 root1234 root123456 rootroot rootpassword toor
  system system123 systemadmin sysadmin sysadmin123 manager manager123 superuser superadmin superadmin123 supervisor supervisor123
  operator operator123 user user123 user1234 user123456 username username123 guest guest123 test test123 test1234 test123456 testtest
  testtest123 tester testing testing123 testpassword demo demo123 demo123456 demodemo default default123 temp temp123 temppassword
  temporary oracle oracle123 mysql mysql123 postgres postgres123 tomcat tomcat123 weblogic weblogic123 server server123 backup backup123
  owner owner123 bureau bureau123 leader leader123 auditor auditor123 security security123 access access123 login login123 public
  private office office123 office365 windows windows123 microsoft google google123 apple huawei huawei123 huawei@123 xiaomi xiaomi123
  tencent alibaba taobao weixin wechat qq123456 qq123456789 qqqq1234 baidu baidu123
  abc123 abc1234 abc12345 abc123456 abc1234567 abc12345678 abc123456789 abcd1234 abcd12345 abcd123456 abcd12345678 abcd@1234 abc@123
  abc@1234 abcdef abcdef123 abcdef123456 abcdefg abcdefg123 abcdefg123456 abcdefgh abcdefgh123 abcdefghijkl abcdabcdabcd abcabcabcabc
  abc123abc123 aa123456 aa123456789 aaa111 aaa123456 a123456 a1234567 a12345678 a123456789 a1234567890 as123456 q123456 q123456789
  w123456 z123456 zz123456 qw123456 asd12345 aptx4869 abc_123456 p0o9i8u7y6t5
  woaini woaini1 woaini123 woaini520 woaini521 woaini1314 woaini1314520 woaini5201314 woaini123456 woaini1234 woaiwojia woaiwojia123
  woainima woainiyiwannian woaini99 aini1314 aini520 ainiyiwannian wobuaini wohenaini woxihuanni woshishui woshiwoshi wodemima
  wodemima123 wodemima123456 mima mima123 mima1234 mima123456 mima123456789 mimamima mimamima123 mimashi mimashishenme xinmima jiumima
  denglumima kouling kouling123 guanliyuan guanliyuan123 guanliyuan123456 nihao nihao123 nihao123456 nihaoma nihaoma123 nihaonihao
  zhongguo zhongguo123 zhongguo1949 zhongguo2025 woaizhongguo woaizhongguo123 woaizuguo woaizuguo123 zhonghua zhonghua123 beijing
  beijing2008 beijing2022 beijing123 shanghai shanghai123 guangzhou shenzhen changsha changsha123 hunan hunan123 hunan123456 hengyang
  hengyang123 hengyang1234 hengyang123456 hengdong hengdong1 hengdong123 hengdong1234 hengdong12345 hengdong123456 hengdong2021
  hengdong2022 hengdong2023 hengdong2024 hengdong2025 hengdong2026 hengdong421400 hengdongxian hengdongxian123 hengdongxianzhengfu
  hengdongfagaiju hengdong@123 hengdong@2025 hengdong@2026 hengdonghengdong hdx123456 hdfgj123456 fagaiju fagaiju123 fagaiju123456
  duchashi duchashi123 zhengfu zhengfu123 zhengfu123456 xianzhengfu xianwei xianwei123 xianzhang xiangmu xiangmu123 xiangmuku
  xiangmuku123 xiangmudanwei zhongdaxiangmu zhongdaxiangmu123 zhongdianxiangmu shisiwu shisiwu123 shisiwuguihua tongjiju caizhengju
  zhangsan zhangsan123 lisi lisi123 wangwu zhangwei zhangwei123 wangwei wangfang liwei lina zhangli liuyang zhangjing wangjing
  xiaoming xiaoming123 baobao baobao123 baobao520 baobei baobei123 baobei520 laopo laopo520 laopo1314 laogong laogong520 laogong1314
  qinaide qinaide520 haohaoxuexi tiantianxiangshang haohaoxuexitiantianxiangshang xuexi123 gongxifacai gongxifacai888 facai888
  facai168 dafacai yifanfengshun wanshiruyi wanshiruyi123 xinnianhao xinniankuaile shengrikuaile kuaile kuaile123 kaixin kaixin123
  xingfu xingfu123 pingan pingan123 pinganjiankang jiankang jiankang123 yiqiehaoqilai meihao tiankong taiyang yueliang xingxing
  tiananmen changcheng huanghe changjiang maozedong mzd18931226 luoronghuan luoronghuan123 tucai hengdongtucai huanggongjiao
  correcthorsebatterystaple correct-horse-battery-staple nopassword nopasswordneeded thisisapassword thisismypassword
  thisisnotapassword donttellanyone idontknow idontknow123 forgotpassword forgetpassword rememberme rememberme123 yourpassword
  1234567890-= !@#$%^&*() !@#$%^&*()_+ !@#$qwer !qaz1qaz p@ssw0rd123 p@ssw0rd1234 p@ssw0rd2024 p@ssw0rd2025 p@ssw0rd2026 p@ssword123
  pass@word1 pass@1234 pass1234 pass123456 passw0rd123 passw0rd1234 passw0rd! welcome@123 welcome@1234 welcome1! company123 company@123
  `
    .trim()
    .split(/\s+/),
)
