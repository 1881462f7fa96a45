//! A visitor with a browser's habits: cookies, forms, no following of redirects unless asked.

use ureq::Agent;
use ureq::http::Response;

/// One answer of the server, read to the end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub headers: ureq::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.text()))
    }

    /// # Panics
    /// When the status is another; the page is shown.
    #[track_caller]
    pub fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

pub struct Client {
    agent: Agent,
    base: String,
    language: &'static str,
    /// What stands in the header `Authorization`.
    credentials: Option<String>,
}

impl Client {
    pub fn new(base: &str) -> Client {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Client { agent: config.into(), base: base.to_owned(), language: "de", credentials: None }
    }

    pub fn with_token(mut self, token: &str) -> Client {
        self.credentials = Some(format!("Bearer {token}"));
        self
    }

    /// The same browser with its cookies, that sends these credentials too.
    pub fn with_credentials(&self, credentials: &str) -> Client {
        let (agent, base) = (self.agent.clone(), self.base.clone());
        Client { agent, base, language: self.language, credentials: Some(credentials.to_owned()) }
    }

    pub fn speaking(mut self, language: &'static str) -> Client {
        self.language = language;
        self
    }

    pub fn get(&self, path: &str) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.base)).header("Accept-Language", self.language);
        if let Some(credentials) = &self.credentials {
            request = request.header("Authorization", credentials);
        }
        read(request.call().expect("the server answers"))
    }

    /// What a link checker asks.
    pub fn head(&self, path: &str) -> Answer {
        read(self.agent.head(format!("{}{path}", self.base)).call().expect("the server answers"))
    }

    /// As a page asks that keeps itself up to date.
    pub fn get_by_itself(&self, path: &str) -> Answer {
        read(self.agent.get(format!("{}{path}", self.base)).header("X-Live", "1").call().expect("the server answers"))
    }

    /// Opens a line on which the server talks, and hangs up.
    pub fn begin(&self, path: &str) {
        let answer = self.agent.get(format!("{}{path}", self.base)).call().expect("the server answers");
        assert_eq!(answer.status(), 200);
    }

    pub fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base)).header("Accept-Language", self.language);
        read(
            request
                .header("Sec-Fetch-Site", "same-origin")
                .send_form(fields.iter().copied())
                .expect("the server answers"),
        )
    }

    pub fn post_json(&self, path: &str, body: &serde_json::Value) -> Answer {
        self.post_bytes(path, "application/json", &serde_json::to_vec(body).expect("JSON"))
    }

    pub fn post_bytes(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base)).header("Accept-Language", self.language);
        let mut request = request.header("Content-Type", kind);
        if let Some(credentials) = &self.credentials {
            request = request.header("Authorization", credentials);
        }
        read(request.send(body).expect("the server answers"))
    }

    /// The same with one more header, for what a browser of another site would send.
    pub fn post_form_with(&self, path: &str, header: (&str, &str), fields: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.post(format!("{}{path}", self.base)).header(header.0, header.1);
        if let Some(credentials) = &self.credentials {
            request = request.header("Authorization", credentials);
        }
        read(request.send_form(fields.iter().copied()).expect("the server answers"))
    }

    /// Any method, for the test that walks all routes.
    pub fn call(&self, method: &str, path: &str) -> Answer {
        match method {
            "get" => self.get(path),
            "post" => self.post_form(path, &[]),
            other => panic!("no route has the method {other}"),
        }
    }
}

fn read(mut response: Response<ureq::Body>) -> Answer {
    Answer {
        status: response.status().as_u16(),
        location: response.headers().get("location").and_then(|value| value.to_str().ok()).map(str::to_owned),
        headers: response.headers().clone(),
        body: response.body_mut().with_config().limit(64 << 20).read_to_vec().expect("the answer is complete"),
    }
}
