//! A real Chromium, driven through its WebDriver: the few calls that the tests need, over the HTTP client that is here
//! already.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

pub struct Browser {
    driver: Child,
    session: String,
    agent: Agent,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A browser with an empty profile, which speaks this language and asks nobody outside for anything.
    pub fn start(language: &str) -> Browser {
        Browser::with(language, &[])
    }

    /// The same with more of Chromium's switches, such as those of a camera that shows a film.
    pub fn with(language: &str, switches: &[String]) -> Browser {
        let mut driver = Command::new("chromedriver")
            .args(["--port=0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed (tests/run installs it)");
        let out = BufReader::new(driver.stdout.take().expect("its output"));
        let port = out
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split("successfully on port ").nth(1).map(|rest| rest.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says its port");
        let profile = tempfile::tempdir().expect("a folder");
        let config = Agent::config_builder().http_status_as_error(false).build();
        let agent: Agent = config.into();
        let mut arguments = vec![
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--hide-scrollbars".to_owned(),
            format!("--lang={language}"),
            format!("--accept-lang={language}"),
            format!("--user-data-dir={}", profile.path().display()),
        ];
        arguments.extend_from_slice(switches);
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        }}});
        let base = format!("http://127.0.0.1:{port}/session");
        let begun = read(agent.post(&base).send_json(&wanted).expect("chromedriver answers"));
        let id = begun["value"]["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {begun}"));
        Browser { driver, session: format!("{base}/{id}"), agent, _profile: profile }
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        read(self.agent.post(format!("{}{path}", self.session)).send_json(body).expect("the browser answers"))
    }

    fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.ask(path, &body);
        assert!(answer["value"]["error"].is_null(), "{path} {body}: {}", answer["value"]["message"]);
        answer["value"].clone()
    }

    pub fn go(&self, url: &str) {
        self.post("/url", json!({ "url": url }));
    }

    /// Opens another window and goes on in it; gives both, the one before first.
    pub fn another_window(&self) -> [String; 2] {
        let before = self.agent.get(format!("{}/window", self.session)).call().expect("the browser answers");
        let before = read(before)["value"].as_str().expect("a window").to_owned();
        let made = self.post("/window/new", json!({ "type": "tab" }));
        let made = made["handle"].as_str().expect("a window").to_owned();
        self.window(&made);
        [before, made]
    }

    /// Goes on in this window.
    pub fn window(&self, window: &str) {
        self.post("/window", json!({ "handle": window }));
    }

    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", json!({ "script": script, "args": [] }))
    }

    /// Runs a command of Chromium's own protocol.
    pub fn protocol(&self, command: &str, parameters: Value) -> Value {
        self.post("/goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// A screen of this width and height in CSS pixels: a phone is 360 wide.
    pub fn screen(&self, width: u32, height: u32) {
        let mobile = width < 600;
        self.protocol(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile }),
        );
    }

    /// The whole page as PNG.
    pub fn picture(&self) -> Vec<u8> {
        // Chromium shifts the picture of a page from right to left that needs no more than the screen.
        let beyond = self.run("return document.documentElement.scrollHeight > innerHeight");
        let shot = self.protocol("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": beyond }));
        let text = shot["data"].as_str().expect("a picture");
        data_encoding::BASE64.decode(text.as_bytes()).expect("base64")
    }

    fn find(&self, selector: &str) -> String {
        let found = self.post("/element", json!({ "using": "css selector", "value": selector }));
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("nothing matches {selector}")).to_owned()
    }

    /// Clicks what matches, as soon as it stands still: a page that is just being exchanged takes its elements along.
    pub fn click(&self, selector: &str) {
        let until = Instant::now() + Duration::from_secs(60);
        loop {
            let element = self.find(selector);
            // What says that something changed lies at the lower edge, and would take the click of what lies below it.
            self.run(&format!("document.querySelector({selector:?})?.scrollIntoView({{ block: 'center' }})"));
            let path = format!("/element/{element}/click");
            let answer = self.ask(&path, &json!({}));
            let Some(error) = answer["value"]["error"].as_str() else { break };
            let moved = matches!(error, "stale element reference" | "element click intercepted");
            assert!(moved && Instant::now() < until, "{selector}: {}", answer["value"]["message"]);
            thread::sleep(Duration::from_millis(50));
        }
        // A click that sends a form starts loading a little later: only the next question waits for what comes.
        let _ = self.agent.get(format!("{}/url", self.session)).call().expect("the browser answers");
    }

    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(selector);
        self.post(&format!("/element/{element}/value"), json!({ "text": text }));
    }

    /// Presses keys wherever the focus is, as a scanner does: the code, then Enter.
    pub fn scan(&self, code: &str) {
        self.keys(&format!("{code}\u{e007}"));
    }

    /// Presses keys wherever the focus is; WebDriver's signs stand for Tab, Enter and the arrows.
    pub fn keys(&self, keys: &str) {
        let mut actions = Vec::new();
        for key in keys.chars() {
            actions.push(json!({ "type": "keyDown", "value": key.to_string() }));
            actions.push(json!({ "type": "pause", "duration": 2 }));
            actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
        }
        self.post("/actions", json!({ "actions": [{ "type": "key", "id": "scanner", "actions": actions }] }));
    }

    /// Presses keys one after the other wherever the focus is, without an Enter at the end.
    pub fn type_keys(&self, keys: &str) {
        let down_and_up =
            |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
        let actions: Vec<Value> = keys.chars().flat_map(down_and_up).collect();
        self.post("/actions", json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    /// Holds all of these keys at once, as in Ctrl+K.
    pub fn press(&self, keys: &[char]) {
        let each = |kind: &str, key: &char| json!({ "type": kind, "value": key.to_string() });
        let down = keys.iter().map(|key| each("keyDown", key));
        let actions: Vec<Value> = down.chain(keys.iter().rev().map(|key| each("keyUp", key))).collect();
        self.post("/actions", json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }

    pub fn text(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({selector:?})?.innerText ?? ''");
        self.run(&script).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the script says true: a minute, because a machine that runs many browsers at once is slow.
    #[track_caller]
    pub fn wait_for(&self, script: &str) {
        let until = Instant::now() + Duration::from_secs(60);
        while Instant::now() < until {
            if self.run(&format!("return Boolean({script})")) == json!(true) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("never true: {script}\n{}", self.text("body"));
    }

    /// What the browser complained about since the last call: refused scripts, missing files.
    pub fn complaints(&self) -> Vec<String> {
        let logged = self.post("/se/log", json!({ "type": "browser" }));
        let entries = logged.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] != "INFO" && entry["level"] != "DEBUG")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    pub fn sign_in(&self, base: &str, name: &str, password: &str) {
        self.go(&format!("{base}/sign-in"));
        self.type_into("#name", name);
        self.type_into("#password", password);
        self.click("main form button");
        self.wait_for("!location.pathname.startsWith('/sign-in')");
    }
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Value {
    response.body_mut().with_config().limit(64 << 20).read_json().expect("JSON")
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
